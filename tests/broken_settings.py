"""Configurations that are wrong, one by one: what was changed, what is said of it, and how it is mended.

``X = a  =>  X = b`` is a line of the complete folder and what it became; several go together, and the fault is found at
the last of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from config_folder import Folder

MAILBOT, POLICY, STAFF, HELPLINES = "mailbot.toml", "policy.toml", "staff.toml", "helplines.toml"


@dataclass(frozen=True, slots=True)
class Broken:
    """``what`` and ``mend`` are parts of the words."""

    file: str
    changes: tuple[str, ...]
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file} {self.changes[-1].partition('  =>  ')[2]}"


def spoil(folder: Folder, one: Broken) -> int:
    """Break a complete folder so; returns the line at which the fault is to be found."""
    number = 0
    for change in one.changes:
        old, _, new = change.partition("  =>  ")
        lines = (folder.config / one.file).read_text().splitlines()
        number = next(at for at, line in enumerate(lines, start=1) if line == old)
        lines[number - 1] = new
        (folder.config / one.file).write_text("\n".join(lines) + "\n")
    return number


def _(file: str, *changes: str, what: str, mend: str) -> Broken:
    return Broken(file, changes, what, mend)


ENTRA = (
    'provider = ""  =>  provider = "microsoft"',
    'tenant = ""  =>  tenant = "example.com"',
    'client_id = ""  =>  client_id = "1234"',
)
BY_TOKEN = 'method = "password"  =>  method = "xoauth2"'

BROKEN = (
    # ------------------------------------------------------------------------------------------ who we are
    _(MAILBOT, 'name = "The Befriending Team"  =>  name = ""', what='service.name is ""', mend="a few neutral words"),
    _(MAILBOT, 'name = "The Befriending Team"  =>  name = "HMP Families"', what="service.name", mend="no prison, court"),
    _(MAILBOT, 'name = "The Befriending Team"  =>  name = "A <b@example.com>"', what="service.name", mend="no @ < >"),
    _(MAILBOT, 'name = "The Befriending Team"  =>  nam = "The Team"', what="is no setting", mend='did you mean "name"?'),
    _(MAILBOT, 'address = "befriending@example.com"  =>  address = "befriending"', what="service.address", mend="an email address such as"),
    _(MAILBOT, 'address = "befriending@example.com"  =>  address = "befriending@example.org"', what="still the example's", mend="put your own in"),
    _(MAILBOT, 'signed_by = "Dilys Morgan"  =>  signed_by = ""', what="service.signed_by", mend="not empty"),
    _(MAILBOT, 'charity = "Example Families"  =>  charity = 5', what="service.charity is 5", mend="text in quotes"),
    _(MAILBOT, 'own_numbers = []  =>  own_numbers = ["07700 900123"]', what="service.own_numbers", mend='numbers as "+44'),
    _(MAILBOT, 'own_numbers = []  =>  own_numbers = "+447700900123"', what="service.own_numbers", mend="numbers as"),
    # ------------------------------------------------------------------------------------------ the mailbox
    _(MAILBOT, 'host = "imap.example.com"  =>  host = ""', what='mailbox.host is ""', mend="words on one line"),
    _(MAILBOT, 'host = "imap.example.com"  =>  host = "imap.example.org"', what="mailbox.host is still", mend="put your own in"),
    _(MAILBOT, "port = 993  =>  port = 0", what="mailbox.port is 0", mend="from 1 to 65535"),
    _(MAILBOT, "port = 993  =>  port = 99.5", what="mailbox.port is 99.5", mend="a whole number"),
    _(MAILBOT, 'security = "tls"  =>  security = "ssl"', what='is "ssl"', mend='one of "tls", "starttls", "none"'),
    _(MAILBOT, 'security = "tls"  =>  security = "none"', what="would send passwords and letters", mend='use "tls" or "starttls"'),
    _(MAILBOT, 'method = "password"  =>  method = "oauth"', what='is "oauth"', mend='one of "password", "xoauth2"'),
    _(MAILBOT, BY_TOKEN, what="nothing gives a token", mend="set oauth.provider, or name a program"),
    _(MAILBOT, BY_TOKEN, 'token_command = []  =>  token_command = ["/no/such/program"]', what="the program of mailbox.token_command is not there", mend="name a program"),
    _(MAILBOT, BY_TOKEN, *ENTRA, 'client_secret_file = "secrets/oauth_client_secret"  =>  client_secret = "x"', 'token_command = []  =>  token_command = ["true"]', what="and so does oauth.provider", mend="keep one of them"),
    _(MAILBOT, 'folders = ["INBOX", "Junk"]  =>  folders = [""]', what="mailbox.folders", mend="none of them empty"),
    _(MAILBOT, 'folders = ["INBOX", "Junk"]  =>  folders = "INBOX"', what="mailbox.folders", mend="a list in [ ]"),
    _(MAILBOT, 'processed_folder = "Processed"  =>  processed_folder = "INBOX"', what="read for new letters too", mend="not in mailbox.folders"),
    _(MAILBOT, 'sent_folder = "Sent"  =>  sent_folder = "Junk"', what="read for new letters too", mend="not in mailbox.folders"),
    _(MAILBOT, "take_in_since = 2026-01-31  =>  take_in_since = 2026-02-30", what="is no TOML", mend="text stands in quotes"),
    _(MAILBOT, "take_in_since = 2026-01-31  =>  take_in_since = 2026-01-31T10:00:00", what="take_in_since", mend="a day as 2026-01-31"),
    _(MAILBOT, "poll_seconds = 60  =>  poll_seconds = 1", what="poll_seconds is 1", mend="from 5 to 3600"),
    _(MAILBOT, "lease_seconds = 60  =>  lease_seconds = 9999", what="lease_seconds is 9999", mend="from 5 to 600"),
    _(MAILBOT, "max_letter_bytes = 40000000  =>  max_letter_bytes = 40", what="max_letter_bytes is 40", mend="from 100000"),
    _(MAILBOT, 'authserv_id = "mx.example.com"  =>  authserv_id = ""', what="no sender can be proved", mend="name the receiver"),
    _(MAILBOT, 'ca_file = ""  =>  ca_file = "nowhere.pem"', what="there is no such file", mend="name a PEM file"),
    _(MAILBOT, 'ca_file = ""  =>  ca_file = "config/policy.toml"', what="cannot be read as certificates", mend="name PEM files"),
    _(MAILBOT, 'certificate_file = ""  =>  certificate_file = "nowhere.pem"', what="is not there", mend="name PEM files"),
    _(MAILBOT, 'certificate_file = ""  =>  certificate_file = "config/policy.toml"', what="cannot be used", mend="without a pass phrase"),
    _(MAILBOT, 'key_file = ""  =>  key_file = "nowhere.pem"', what="told without a certificate", mend="name it as mailbox.certificate_file"),
    _(MAILBOT, 'host = "imap.example.com"  =>  host = "localhost"', 'security = "tls"  =>  security = "none"', 'certificate_file = ""  =>  certificate_file = "x.pem"', what="is shown to nobody", mend="or leave the certificate out"),
    # ------------------------------------------------------------------------------------------ sending
    _(MAILBOT, 'host = "smtp.example.com"  =>  host = "smtp.example.org"', what="smtp.host is still", mend="put your own in"),
    _(MAILBOT, "port = 587  =>  port = 587.0", what="smtp.port is 587.0", mend="a whole number"),
    _(MAILBOT, 'security = "starttls"  =>  security = "STARTTLS"', what='is "STARTTLS"', mend='one of "tls", "starttls"'),
    _(MAILBOT, 'security = "starttls"  =>  security = "none"', what="in clear", mend="only for this machine"),
    _(MAILBOT, "connections = 2  =>  connections = 50", what="smtp.connections is 50", mend="from 1 to 16"),
    _(MAILBOT, 'password_file = "secrets/smtp_password"  =>  password_file = "secrets/none"', what="there is no such file", mend="write the secret into it"),
    _(MAILBOT, 'password_file = "secrets/smtp_password"  =>  password_file = 5', what="is no text", mend="text in quotes"),
    _(MAILBOT, 'password_file = "secrets/smtp_password"  =>  password = ""', what="smtp.password is empty", mend="write it into its file"),
    _(MAILBOT, 'mode = "on"  =>  mode = "yes"', what='is "yes"', mend='one of "off", "redirect", "on"'),
    _(MAILBOT, 'mode = "on"  =>  mode = "off"', what="nothing is sent", mend='then set it to "on"'),
    _(MAILBOT, 'mode = "on"  =>  mode = "redirect"', what="nobody is named", mend="set outbox.redirect_to"),
    _(MAILBOT, 'redirect_to = ""  =>  redirect_to = "befriending@example.com"', what="mail would go round", mend="somebody else's"),
    _(MAILBOT, 'redirect_to = ""  =>  redirect_to = "me"', what="outbox.redirect_to is not allowed", mend="an email address"),
    # ------------------------------------------------------------------------------------------ tokens
    _(MAILBOT, 'provider = ""  =>  provider = "yahoo"', what='is "yahoo"', mend='one of "", "microsoft", "google"'),
    _(MAILBOT, 'client_id = ""  =>  client_id = "1234"', 'provider = ""  =>  provider = ""', what="an application is told", mend='"microsoft" or "google"'),
    _(MAILBOT, *ENTRA[1:], 'client_secret_file = "secrets/oauth_client_secret"  =>  client_secret = "x"', ENTRA[0], what="nobody asks for a token", mend='to "xoauth2"'),
    _(MAILBOT, BY_TOKEN, ENTRA[0], ENTRA[2], 'client_secret_file = "secrets/oauth_client_secret"  =>  client_secret = "x"', 'tenant = ""  =>  tenant = ""', what="Microsoft needs it", mend="the tenant's ID or domain"),
    _(MAILBOT, BY_TOKEN, *ENTRA, 'tenant = "example.com"  =>  tenant = "https://x/"', what="oauth.tenant", mend="a tenant's ID or domain"),
    _(MAILBOT, BY_TOKEN, *ENTRA, 'client_secret_file = "secrets/oauth_client_secret"  =>  client_secret = "x"', 'tenant = "example.com"  =>  tenant = "common"', what="which is nobody's", mend="your own tenant's"),
    _(MAILBOT, BY_TOKEN, *ENTRA, 'client_secret_file = "secrets/oauth_client_secret"  =>  client_secret = ""', what="are both missing", mend="keep one"),
    _(MAILBOT, BY_TOKEN, *ENTRA, 'client_secret_file = "secrets/oauth_client_secret"  =>  client_secret_file = "secrets/none"', what="there is no such file", mend="write the secret into it"),
    _(MAILBOT, BY_TOKEN, *ENTRA, 'client_secret_file = "secrets/oauth_client_secret"  =>  client_secret = "x"', 'authority = ""  =>  authority = "http://login.example.com"', what="oauth.authority", mend="https://"),
    _(MAILBOT, BY_TOKEN, *ENTRA, 'client_secret_file = "secrets/oauth_client_secret"  =>  client_secret = "x"', 'service_account_file = ""  =>  service_account_file = "x.json"', what="is Google's", mend="leave it out"),
    _(MAILBOT, BY_TOKEN, *ENTRA, 'access = "application"  =>  access = "delegated"', 'login_file = "var/mailbox_login"  =>  login_file = "var/login"', what="nobody has logged in", mend="run `mailbot login`"),
    _(MAILBOT, BY_TOKEN, 'provider = ""  =>  provider = "google"', 'service_account_file = ""  =>  service_account_file = ""', what="Google needs it", mend="name the JSON key"),
    _(MAILBOT, BY_TOKEN, 'provider = ""  =>  provider = "google"', 'service_account_file = ""  =>  service_account_file = "config/policy.toml"', what="is no JSON key", mend="the JSON file that Google gave"),
    _(MAILBOT, BY_TOKEN, 'provider = ""  =>  provider = "google"', 'access = "application"  =>  access = "delegated"', 'client_secret_file = "secrets/oauth_client_secret"  =>  client_secret = "x"', 'client_id = ""  =>  client_id = ""', what="Google needs it", mend="of the type desktop app"),
    _(MAILBOT, BY_TOKEN, *ENTRA, 'client_secret_file = "secrets/oauth_client_secret"  =>  client_secret = "x"', 'access = "application"  =>  access = "admin"', what='is "admin"', mend='"application", "delegated"'),
    # ------------------------------------------------------------------------------------------ the rest of the file
    _(MAILBOT, "plus = true  =>  plus = 1", what="reply.plus is 1", mend="true or false"),
    _(MAILBOT, "plus = true  =>  plus = false", what="answers come back to the bare address", mend="plus-addresses are known to arrive"),
    _(MAILBOT, 'secret_file = "secrets/reply_secret"  =>  secret = "short"', what="has only 5 characters", mend="32 characters or more"),
    _(MAILBOT, 'url = "sqlite:///var/mailbot.db"  =>  url = "mailbot.db"', what="is no database we know", mend="sqlite:///"),
    _(MAILBOT, 'keys_file = "secrets/database_keys"  =>  keys = "x"', what="holds no key in place 1", mend="`mailbot init` makes one"),
    _(MAILBOT, 'keys_file = "secrets/database_keys"  =>  keys = ""', what="database.keys holds no key", mend="`mailbot init` makes the keys"),
    _(MAILBOT, 'command = ["true", "{phone}", "{reference}"]  =>  command = []', what="there is no safeguarding.command", mend="name the program"),
    _(MAILBOT, 'command = ["true", "{phone}", "{reference}"]  =>  command = ["/no/such", "{reference}"]', what="is not there, or may not be run", mend="name a program"),
    _(MAILBOT, 'command = ["true", "{phone}", "{reference}"]  =>  command = ["true", "{name}"]', what="safeguarding.command", mend="only {reference} and {phone}"),
    _(MAILBOT, 'command = ["true", "{phone}", "{reference}"]  =>  command = ["true"]', what="does not say which letter", mend="{reference}"),
    _(MAILBOT, 'level = "info"  =>  level = "loud"', what='is "loud"', mend='"debug", "info"'),
    _(MAILBOT, "[log]  =>  [logs]", what="is no section", mend="[log]"),
    # ------------------------------------------------------------------------------------------ the other files
    _(POLICY, "promise_days = 7  =>  promise_days = -1", what="promise_days is -1", mend="a whole number from 1"),
    _(POLICY, "staff_call_days = 6  =>  staff_call_days = 8", what="after promise_days (7)", mend="not come after promise_days"),
    _(POLICY, 'quiet_from = "20:00"  =>  quiet_from = "8pm"', what='is "8pm"', mend='"HH:MM"'),
    _(POLICY, 'staff_day_from = "09:00"  =>  staff_day_from = "18:00"', what="after staff_day_until", mend="not come after staff_day_until"),
    _(POLICY, 'nation = "ENG"  =>  nation = "GB"', what='is "GB"', mend='"ENG", "WLS", "SCT", "NIR"'),
    _(POLICY, "attempt_hours = [24, 72]  =>  attempt_hours = [24, 'x']", what="attempt_hours", mend="each a whole number"),
    _(POLICY, "promise_days = 7  =>  promised_days = 7", what="is no setting", mend='did you mean "promise_days"?'),
    _(STAFF, 'id = "dilys"  =>  id = "Dilys M"', what="member[1].id", mend="a short name in small letters"),
    _(STAFF, 'address = "Dilys@example.com"  =>  address = "dilys@example.org"', "[[member]]  =>  [[member]]", what="still has the example's address", mend="put your own people in"),
    _(STAFF, 'roles = ["coordinator", "lead", "safeguarding"]  =>  roles = ["boss"]', what="member[1].roles", mend='"coordinator", "lead", "safeguarding"'),
    _(STAFF, 'roles = ["coordinator", "lead", "safeguarding"]  =>  roles = []', what="member[1].roles", mend="at least one"),
    _(STAFF, 'phone = "+447700900123"  =>  phone = "07700 900123"', what="member[1].phone is not allowed", mend='such as "+44'),
    _(STAFF, 'phone = "+447700900123"  =>  away = [{ until = 2026-01-01 }]', what="is no absence", mend="from = 2026-08-01"),
    _(STAFF, 'phone = "+447700900123"  =>  away = [{ from = 2026-01-01 }]', "[[member]]  =>  [[member]]", what="everybody with the role coordinator is away", mend="stand in"),
    _(STAFF, 'phone = "+447700900123"  =>  phone = ""', "[[member]]  =>  [[member]]", what="on the rota without a phone", mend="{phone} will be empty"),
    _(HELPLINES, 'name = "Samaritans"  =>  name = ""', what="helpline[1].name", mend="words on one line"),
    _(HELPLINES, 'name = "Samaritans"  =>  title = "Samaritans"', what="is no setting", mend="allowed are name, number"),
    _(HELPLINES, 'languages = ["en", "cy"]  =>  languages = []', what="languages is []", mend="at least one"),
)  # fmt: skip
