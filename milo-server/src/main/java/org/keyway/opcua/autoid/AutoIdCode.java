package org.keyway.opcua.autoid;

import java.util.Map;
import java.util.TreeMap;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.job.Problem;

/** What can go wrong with a reader; the sentences stand in the bundle {@code messages} of the module. */
enum AutoIdCode {
    OFFLINE("KW-AUTOID-010"),
    NODE_MISSING("KW-AUTOID-011"),
    NO_FEED("KW-AUTOID-012"),
    MALFORMED("KW-AUTOID-020"),
    UNKNOWN_KIND("KW-AUTOID-021"),
    TOO_LONG("KW-AUTOID-022"),
    TOO_MANY("KW-AUTOID-023"),
    EMPTY("KW-AUTOID-024"),
    TOO_FAST("KW-AUTOID-030"),
    CODES_LOST("KW-AUTOID-031"),
    READ_WHILE_AWAY("KW-AUTOID-032"),
    NOT_TAKEN_ON("KW-AUTOID-033");

    private static final MessageCatalogue MESSAGES =
            MessageCatalogue.load("org.keyway.opcua.messages", AutoIdCode.class.getClassLoader());

    private final String code;

    AutoIdCode(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** The problem of a reader at a station. */
    Problem problem(String station, String reader, Map<String, ?> facts) {
        Map<String, Object> all = new TreeMap<>(facts);
        all.put("station", station);
        all.put("reader", reader);
        return new Problem(code, MESSAGES.message(code, all), all);
    }
}
