package org.keyway.opcua.security.network;

import org.eclipse.milo.opcua.stack.core.StatusCodes;

/** Why a connection is ended before the stack hears of it. */
enum Refusal {
    TOO_OFTEN("connected too often", StatusCodes.Bad_TcpServerTooBusy),
    TOO_MANY("too many connections", StatusCodes.Bad_TcpServerTooBusy),
    TOO_SLOW("no secure channel in time", StatusCodes.Bad_Timeout),
    WRONG_TYPE("not the message that was due", StatusCodes.Bad_TcpMessageTypeInvalid),
    TOO_LARGE("message too large", StatusCodes.Bad_TcpMessageTooLarge),
    TOO_SMALL("message too small", StatusCodes.Bad_DecodingError),
    NO_ROOM("no room for an answer", StatusCodes.Bad_ConnectionRejected),
    WRONG_POLICY("security policy not offered", StatusCodes.Bad_SecurityPolicyRejected),
    UNSECURED_TOO_LONG("unsecured channel kept open", StatusCodes.Bad_SecureChannelClosed),
    UNFINISHED("message not finished in time", StatusCodes.Bad_Timeout),
    NOT_READING("answers not fetched", StatusCodes.Bad_Timeout);

    private final String words;
    private final long status;

    Refusal(String words, long status) {
        this.words = words;
        this.status = status;
    }

    /** For the log. */
    String words() {
        return words;
    }

    /** What the other side is told. */
    long status() {
        return status;
    }
}
