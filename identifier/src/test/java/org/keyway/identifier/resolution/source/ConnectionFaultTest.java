package org.keyway.identifier.resolution.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

final class ConnectionFaultTest {
    private static String reason(Throwable cause) {
        return ConnectionFault.reason(new CompletionException(cause));
    }

    private static Throwable because(Throwable thrown, Throwable cause) {
        thrown.initCause(cause);
        return thrown;
    }

    @Test
    void aReasonIsInWordsAndNeverTheNameOfAClass() {
        assertThat(reason(because(new ConnectException(), new ClosedChannelException())))
                .isEqualTo("no connection: nothing listens there");
        assertThat(reason(because(new ConnectException(), new UnresolvedAddressException())))
                .isEqualTo("its host name is unknown");
        assertThat(reason(because(new HttpConnectTimeoutException("late"), new ConnectException())))
                .isEqualTo("no connection in time");
        assertThat(reason(new SSLHandshakeException("pin"))).startsWith("no secure connection");
        assertThat(reason(new IOException(new ClosedChannelException()))).isEqualTo("the connection broke");
    }
}
