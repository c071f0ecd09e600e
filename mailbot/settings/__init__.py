"""Settings: a config folder, the environment and secret files, as one frozen ``Settings`` or every fault at once."""

from mailbot.settings.fault import SettingsFault, SettingsWrong
from mailbot.settings.folder import default_config_folder, packaged
from mailbot.settings.loading import load, load_for_looking
from mailbot.settings.login_secret import login_secret
from mailbot.settings.readiness import Finding, Severity, readiness
from mailbot.settings.sections import Database, Log, Mailbox, Outbox, Reply, Safeguarding, Service, Settings, Smtp

__all__ = [
    "Database",
    "Finding",
    "Log",
    "Mailbox",
    "Outbox",
    "Reply",
    "Safeguarding",
    "Service",
    "Settings",
    "SettingsFault",
    "SettingsWrong",
    "Severity",
    "Smtp",
    "default_config_folder",
    "load",
    "load_for_looking",
    "login_secret",
    "packaged",
    "readiness",
]
