"""Errors of the engine → the state of a source and its cause in plain words.

Which of them may pass decides who is asked again; which of them mean that no host was reached decides, when it is so
of every source, that the network here is down.  A refusal comes from a host or from its firewall: somebody answered.
"""

import errno
import socket
import ssl

from claimcheck.enums import State
from claimcheck.fetchers.addresses import ForbiddenAddressError
from claimcheck.fetchers.certificates import OutOfTimeError
from claimcheck.fetchers.names import NO_SUCH_HOST, LostHostError
from claimcheck.fetchers.outcomes import Failure
from claimcheck.fetchers.wire import EngineError, Fault
from claimcheck.text import printable

CONNECTION_REFUSED = "connection refused"
_NO_WAY_THERE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN})

_RESETS = frozenset({errno.ECONNRESET, errno.ECONNABORTED, errno.EPIPE})

_TLS_FAULTS = {
    9: "the certificate is not valid yet",
    10: "the certificate has expired",
    18: "the certificate is signed by itself",
    19: "the certificate's chain ends in an authority that is not trusted here",
    20: "the certificate's issuer is not known here, or the server sends an incomplete chain",
    21: "the certificate's chain cannot be checked",
    23: "the certificate is revoked",
    26: "the certificate is not for a server",
    62: "the certificate is for another host",
    64: "the certificate is for another address",
}
"""By the verification codes of OpenSSL (``X509_V_ERR_…``)."""


def read_failure(error: EngineError, *, connect: float, idle: float) -> Failure:
    """Return the state and the cause of a call that failed."""
    cause = error.__cause__ or error
    match error.fault, cause:
        case _, ForbiddenAddressError():
            return Failure(State.FORBIDDEN_ADDRESS, f"{printable(str(cause))}: not reached without --allow-private")
        case Fault.NO_CONNECTION, _:
            return Failure(State.TIMEOUT, f"no connection within {connect:g} s", unreachable=True, passing=True)
        case Fault.SILENCE, _:
            return Failure(State.TIMEOUT, f"not a byte for {idle:g} s", passing=True)
        case Fault.PROXY, _:
            words = printable(str(cause))
            return Failure(State.UNREADABLE, f"the proxy of the environment cannot be used: {words}", unreachable=True)
        case _, OutOfTimeError():
            return Failure(State.TLS_ERROR, str(cause))
        case _, ssl.SSLError():
            return Failure(State.TLS_ERROR, _tls_fault(cause))
        case _, socket.gaierror():
            return _lookup_failure(cause)
        case Fault.NOT_HTTP, _:
            return _garbage(cause)
        case _, OSError():
            return _socket_failure(cause)
        case _:
            return Failure(State.REFUSED, "the connection was closed before the end", passing=True)


def _tls_fault(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return _TLS_FAULTS.get(error.verify_code, printable(error.verify_message or "the certificate is not valid"))
    reason = (error.reason or "").replace("_", " ").lower()
    if reason in {"wrong version number", "http request", "packet length too long", "record layer failure"}:
        return "the server does not speak TLS there"
    return f"the TLS handshake failed: {reason}" if reason else "the TLS handshake failed"


def _lookup_failure(error: socket.gaierror) -> Failure:
    if isinstance(error, LostHostError):
        words = f"there is no such host, though its domain {printable(str(error.strerror))} is there"
        return Failure(State.DNS_ERROR, words)
    if error.errno in NO_SUCH_HOST:
        return Failure(State.DNS_ERROR, "there is no such host", unreachable=True)
    # Nobody could say whether the host exists: no word on the source.
    words = "the host could not be looked up: temporary failure of DNS"
    return Failure(State.UNREADABLE, words, unreachable=True, later=True)


def _garbage(error: BaseException) -> Failure:
    words = str(error).lower()
    if "too many" in words or "more than" in words or "too long" in words:
        return Failure(State.TOO_LARGE, "more, or longer, response headers than are read")
    return Failure(State.UNREADABLE, "what came back is not HTTP")


def _socket_failure(error: OSError) -> Failure:
    # The engine wraps the socket's error in one of its own, which keeps the number and not the class.
    if isinstance(error, ConnectionRefusedError) or error.errno == errno.ECONNREFUSED:
        return Failure(State.REFUSED, CONNECTION_REFUSED)
    if isinstance(error, ConnectionError) or error.errno in _RESETS:
        return Failure(State.REFUSED, "the connection was reset", passing=True)
    if error.errno in _NO_WAY_THERE:
        return Failure(State.REFUSED, "there is no way to the host", unreachable=True)
    if error.errno == errno.ETIMEDOUT:
        return Failure(State.TIMEOUT, "the connection timed out", unreachable=True, passing=True)
    words = printable(error.strerror or str(error)).lower()
    return Failure(State.REFUSED, f"the connection failed: {words}" if words else "the connection failed")
