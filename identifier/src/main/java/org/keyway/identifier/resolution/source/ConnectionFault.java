package org.keyway.identifier.resolution.source;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** Why a service was not reached, in words for whoever looks after the network: exceptions name classes, or nothing. */
final class ConnectionFault {
    private ConnectionFault() {}

    /** The reason that the outermost known cause tells. */
    static String reason(Throwable thrown) {
        String reason = "the connection broke";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "its host name is unknown";
            }
            if (cause instanceof SSLException) {
                return "no secure connection: certificate or TLS version";
            }
            if (cause instanceof HttpTimeoutException) {
                return "no connection in time";
            }
            if (cause instanceof ConnectException) {
                reason = "no connection: nothing listens there";
            }
        }
        return reason;
    }
}
