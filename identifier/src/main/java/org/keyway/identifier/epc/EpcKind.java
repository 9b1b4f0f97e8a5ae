package org.keyway.identifier.epc;

import static org.keyway.identifier.epc.Part.Form.AUTHORITY;
import static org.keyway.identifier.epc.Part.Form.CODE_BESIDE_COMPANY;
import static org.keyway.identifier.epc.Part.Form.COMPANY;
import static org.keyway.identifier.epc.Part.Form.CONTAINER;
import static org.keyway.identifier.epc.Part.Form.DIGITS;
import static org.keyway.identifier.epc.Part.Form.NUMBER;
import static org.keyway.identifier.epc.Part.Form.PART_NUMBER;
import static org.keyway.identifier.epc.Part.Form.PART_SERIAL;
import static org.keyway.identifier.epc.Part.Form.REFERENCE;
import static org.keyway.identifier.epc.Part.Form.TEXT;
import static org.keyway.identifier.epc.Part.Form.TEXT_BESIDE_COMPANY;
import static org.keyway.identifier.epc.Part.Form.UP_TO_DIGITS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The identities that EPC URIs state (Tag Data Standard 6.3), each with its parts. */
enum EpcKind {
    SGTIN(part(COMPANY, 12), part(REFERENCE, 13), part(TEXT, 20)),
    SSCC(part(COMPANY, 12), part(REFERENCE, 17)),
    SGLN(part(COMPANY, 12), part(REFERENCE, 12), part(TEXT, 20)),
    GRAI(part(COMPANY, 12), part(REFERENCE, 12), part(TEXT, 16)),
    GIAI(part(COMPANY, 12), part(TEXT_BESIDE_COMPANY, 30)),
    GSRN(part(COMPANY, 12), part(REFERENCE, 17)),
    GSRNP(part(COMPANY, 12), part(REFERENCE, 17)),
    GDTI(part(COMPANY, 12), part(REFERENCE, 12), part(TEXT, 17)),
    CPI(part(COMPANY, 12), part(CODE_BESIDE_COMPANY, 30), part(NUMBER, 999_999_999_999L)),
    SGCN(part(COMPANY, 12), part(REFERENCE, 12), part(UP_TO_DIGITS, 12)),
    GINC(part(COMPANY, 12), part(TEXT_BESIDE_COMPANY, 30)),
    GSIN(part(COMPANY, 12), part(REFERENCE, 16)),
    ITIP(part(COMPANY, 12), part(REFERENCE, 13), part(DIGITS, 2), part(DIGITS, 2), part(TEXT, 20)),
    UPUI(part(COMPANY, 12), part(REFERENCE, 13), part(TEXT, 28)),
    PGLN(part(COMPANY, 12), part(REFERENCE, 12)),
    LGTIN(part(COMPANY, 12), part(REFERENCE, 13), part(TEXT, 20)),
    GID(part(NUMBER, (1L << 28) - 1), part(NUMBER, (1L << 24) - 1), part(NUMBER, (1L << 36) - 1)),
    USDOD(part(AUTHORITY, 6), part(NUMBER, (1L << 36) - 1)),
    ADI(part(AUTHORITY, 6), part(PART_NUMBER, 32), part(PART_SERIAL, 30)),
    BIC(part(CONTAINER, 11)),
    IMOVN(part(DIGITS, 7));

    private static final Map<String, EpcKind> BY_NAME = new HashMap<>();

    static {
        for (EpcKind kind : values()) {
            BY_NAME.put(kind.uriName(), kind);
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy of records
    private final List<Part> parts;

    EpcKind(Part... parts) {
        this.parts = List.of(parts);
    }

    private static Part part(Part.Form form, long limit) {
        return new Part(form, limit);
    }

    static Optional<EpcKind> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Whether objects that differ in their last part only are of one class (Core Business Vocabulary 2.0, 8.3). */
    boolean hasClasses() {
        return switch (this) {
            case SGTIN, GRAI, GDTI, CPI, SGCN, ITIP, UPUI -> true;
            default -> false;
        };
    }

    /** Its name in URIs. */
    String uriName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The identity whose parts stand in a text, parted by dots; a dot in the last part is content. */
    Optional<EpcIdentity> read(String text) {
        List<String> values = new ArrayList<>(parts.size());
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            int dot = i == parts.size() - 1 ? text.length() : text.indexOf('.', at);
            if (dot < 0) {
                return Optional.empty();
            }
            int company = values.isEmpty() ? 0 : values.get(0).length();
            Optional<String> value = parts.get(i).value(text.substring(at, dot), company);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
            at = dot + 1;
        }
        return Optional.of(new EpcIdentity(this, values));
    }
}
