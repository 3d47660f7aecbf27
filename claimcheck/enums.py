"""The closed sets of names: verdicts, states, roles, stances, codes.  Their values are part of the JSON format."""

from enum import StrEnum


class Verdict(StrEnum):
    """What the sources say of a claim."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly_supported"
    CONTRADICTED = "contradicted"
    FAILED_VERIFICATION = "failed_verification"
    UNVERIFIABLE = "unverifiable"
    IGNORED = "ignored"

    @property
    def label(self) -> str:
        """The verdict as people read it: ``partly supported``."""
        return self.value.replace("_", " ")


class StateClass(StrEnum):
    """The three answers to "does the source still exist?"."""

    PRESENT = "present"
    GONE = "gone"
    CANNOT_TELL = "cannot_tell"


class State(StrEnum):
    """What was found at the address of a source."""

    LIVE = "live"
    MOVED = "moved"
    GONE = "gone"
    NOT_FOUND = "not_found"
    SOFT_404 = "soft_404"
    PARKED = "parked"
    DNS_ERROR = "dns_error"
    BLOCKED = "blocked"
    LOGIN = "login"
    PAYWALLED = "paywalled"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    TIMEOUT = "timeout"
    REFUSED = "refused"
    TLS_ERROR = "tls_error"
    REDIRECT_LOOP = "redirect_loop"
    TOO_LARGE = "too_large"
    UNSUPPORTED_TYPE = "unsupported_type"
    JS_REQUIRED = "js_required"
    UNREADABLE = "unreadable"
    FORBIDDEN_ADDRESS = "forbidden_address"

    @property
    def label(self) -> str:
        """The state as people read it; the three compounds of the field keep their hyphen."""
        return _STATE_LABELS.get(self.value, self.value.replace("_", " "))

    @property
    def state_class(self) -> StateClass:
        """Present, gone, or cannot tell."""
        if self in _PRESENT:
            return StateClass.PRESENT
        return StateClass.GONE if self in _GONE else StateClass.CANNOT_TELL

    @property
    def code(self) -> "Code | None":
        """The S1xx code that reports the state; none for a source that is plainly there."""
        return None if self is State.LIVE else Code[self.name]


_STATE_LABELS = {"soft_404": "soft-404", "rate_limited": "rate-limited", "js_required": "js-required"}
_PRESENT = frozenset({State.LIVE, State.MOVED})
_GONE = frozenset({State.GONE, State.NOT_FOUND, State.SOFT_404, State.PARKED, State.DNS_ERROR})


class Drift(StrEnum):
    """What has become of an accepted passage since a person looked at it."""

    NONE = "none"
    MOVED = "moved"
    REWORDED = "reworded"
    CHANGED_VALUE = "changed_value"
    REMOVED = "removed"
    REPLACED = "replaced"
    SOURCE_GONE = "source_gone"

    @property
    def label(self) -> str:
        """The drift as people read it: ``changed value``."""
        return self.value.replace("_", " ")

    @property
    def holds(self) -> bool:
        """Whether the passage is still there and says the same."""
        return self in _HOLDS

    @property
    def code(self) -> "Code | None":
        """The D3xx code that reports the drift; none where nothing has changed."""
        return None if self is Drift.NONE else Code[f"DRIFT_{self.name}"]


_HOLDS = frozenset({Drift.NONE, Drift.MOVED, Drift.REWORDED})


class Severity(StrEnum):
    """How much a finding on a claim weighs; only errors fail a run by default."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Stance(StrEnum):
    """What a passage says of a claim."""

    SUPPORTS = "supports"
    WEAKER = "weaker"
    CONFLICTS = "conflicts"
    NEUTRAL = "neutral"


class Role(StrEnum):
    """What a block of a document is on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    QUOTE = "quote"
    CORRECTION = "correction"
    NAVIGATION = "navigation"
    RELATED = "related"
    COOKIE = "cookie"
    FOOTER = "footer"
    COMMENTS = "comments"
    REFERENCES = "references"

    @property
    def is_boilerplate(self) -> bool:
        """Whether text in this role is about something else than the page: it never supports."""
        return self in _BOILERPLATE


_BOILERPLATE = frozenset({Role.NAVIGATION, Role.RELATED, Role.COOKIE, Role.FOOTER, Role.COMMENTS, Role.REFERENCES})


class Code(StrEnum):
    """The stable names of everything that can be reported; ``claimcheck explain CODE`` tells each."""

    # Sources that are not plainly there.
    MOVED = "S101"
    GONE = "S102"
    NOT_FOUND = "S103"
    SOFT_404 = "S104"
    PARKED = "S105"
    DNS_ERROR = "S106"
    BLOCKED = "S110"
    LOGIN = "S111"
    PAYWALLED = "S112"
    RATE_LIMITED = "S113"
    SERVER_ERROR = "S114"
    TIMEOUT = "S115"
    REFUSED = "S116"
    TLS_ERROR = "S117"
    REDIRECT_LOOP = "S118"
    TOO_LARGE = "S119"
    UNSUPPORTED_TYPE = "S120"
    JS_REQUIRED = "S121"
    UNREADABLE = "S122"
    FORBIDDEN_ADDRESS = "S123"
    LASTING_ERROR = "S124"
    NETWORK_DOWN = "S130"
    # Archived copies of such sources.
    ARCHIVED_COPY = "S140"
    COPY_SILENT = "S141"
    NO_COPY = "S142"
    # Support.
    WEAKER_VALUE = "V201"
    WEAKER_BOUND = "V202"
    WEAKER_MODALITY = "V203"
    PART_MISSING = "V204"
    SOURCES_DISAGREE = "V205"
    VALUE_CONFLICT = "V210"
    UNIT_CONFLICT = "V211"
    SCALE_CONFLICT = "V212"
    CURRENCY_CONFLICT = "V213"
    RATE_CONFLICT = "V214"
    BOUND_CONFLICT = "V215"
    DATE_CONFLICT = "V216"
    NEGATION = "V217"
    ALTERED_QUOTE = "V218"
    ENTITY_CONFLICT = "V219"
    CORRECTED = "V220"
    NOTHING_FOUND = "V230"
    SUBJECT_MISMATCH = "V231"
    NAME_NOT_FOUND = "V232"
    SOURCE_OLDER = "V233"
    QUOTE_NOT_FOUND = "V234"
    ONLY_BOILERPLATE = "V235"
    NOTHING_CHECKABLE = "V236"
    NEEDS_REVIEW = "V237"
    NOTHING_READ = "V240"
    IGNORED = "V250"
    IGNORE_EXPIRED = "V251"
    # Drift from what a person accepted.
    DRIFT_MOVED = "D301"
    DRIFT_REWORDED = "D302"
    DRIFT_CHANGED_VALUE = "D303"
    DRIFT_REMOVED = "D304"
    DRIFT_REPLACED = "D305"
    DRIFT_SOURCE_GONE = "D306"
    ACCEPTED = "D310"
    STALE = "D311"
    NEW_CONFLICT = "D312"
    # The claims file.
    FILE_UNUSABLE = "F401"
    YAML_SYNTAX = "F402"
    UNKNOWN_KEY = "F403"
    BAD_VALUE = "F404"
    DUPLICATE_KEY = "F405"
    DUPLICATE_ID = "F406"
    NO_SOURCE = "F407"
    UNKNOWN_SOURCE = "F408"
    BIBLIOGRAPHY = "F409"
    NO_CLAIMS = "F410"
    UNUSED_SOURCE = "F411"
    UNSAFE_PATH = "F412"
    DOUBTFUL = "F413"
    LOCK_UNUSABLE = "F414"


class ExpectKind(StrEnum):
    """What an expectation is about."""

    VALUE = "value"
    RANGE = "range"
    DATE = "date"
    ENTITY = "entity"
    TEXT = "text"
    MEDIA_TYPE = "media_type"


class Op(StrEnum):
    """How a value found is to stand to the value expected."""

    EQ = "="
    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="
    ABOUT = "~"


class Outcome(StrEnum):
    """How one assertion of a claim stands to what a document says."""

    AGREES = "agrees"
    WEAKER = "weaker"
    CONFLICTS = "conflicts"
    MISSING = "missing"
