"""Settings: a config folder, the environment and secret files, as one frozen ``Settings`` or every fault at once."""

from mailbot.settings.fault import SettingsFault, SettingsWrong
from mailbot.settings.finding import Finding, Severity
from mailbot.settings.folder import default_config_folder, packaged
from mailbot.settings.loading import load, load_for_looking
from mailbot.settings.login_secret import LoginSecret, log_in, login_secret
from mailbot.settings.readiness import readiness
from mailbot.settings.sections import (
    Database,
    Log,
    Mailbox,
    OAuth,
    Outbox,
    Reply,
    Safeguarding,
    Service,
    Settings,
    Smtp,
)

__all__ = [
    "Database",
    "Finding",
    "Log",
    "LoginSecret",
    "Mailbox",
    "OAuth",
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
    "log_in",
    "login_secret",
    "packaged",
    "readiness",
]
