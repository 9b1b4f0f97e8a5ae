package org.keyway.identifier.epc;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How tags hold an identity (Tag Data Standard 14.6, the schemes with a partition and the older ones without), as this
 * project writes it down; source: the published standard, release 2.3 of October 2025.
 */
enum TagCoding {
    SGTIN_96(0x30, "sgtin-96", EpcKind.SGTIN, 96, 44, Ending.NUMBER, 38),
    SGTIN_198(0x36, "sgtin-198", EpcKind.SGTIN, 198, 44, Ending.TEXT, 140),
    SSCC_96(0x31, "sscc-96", EpcKind.SSCC, 96, 58, Ending.ZERO, 24),
    SGLN_96(0x32, "sgln-96", EpcKind.SGLN, 96, 41, Ending.NUMBER, 41),
    SGLN_195(0x39, "sgln-195", EpcKind.SGLN, 195, 41, Ending.TEXT, 140),
    GRAI_96(0x33, "grai-96", EpcKind.GRAI, 96, 44, Ending.NUMBER, 38),
    GRAI_170(0x37, "grai-170", EpcKind.GRAI, 170, 44, Ending.TEXT, 112),
    GIAI_96(0x34, "giai-96", EpcKind.GIAI, 96, 0, Ending.NUMBER, 82),
    GIAI_202(0x38, "giai-202", EpcKind.GIAI, 202, 0, Ending.TEXT, 188),
    GSRN_96(0x2D, "gsrn-96", EpcKind.GSRN, 96, 58, Ending.ZERO, 24),
    GSRNP_96(0x2E, "gsrnp-96", EpcKind.GSRNP, 96, 58, Ending.ZERO, 24),
    GDTI_96(0x2C, "gdti-96", EpcKind.GDTI, 96, 41, Ending.NUMBER, 41),
    GDTI_174(0x3E, "gdti-174", EpcKind.GDTI, 174, 41, Ending.TEXT, 119),
    CPI_96(0x3C, "cpi-96", EpcKind.CPI, 96, 51, Ending.NUMBER, 31),
    CPI_VAR(0x3D, "cpi-var", EpcKind.CPI, 0, 0, Ending.NUMBER, 40),
    SGCN_96(0x3F, "sgcn-96", EpcKind.SGCN, 96, 41, Ending.DIGITS, 41),
    ITIP_110(0x40, "itip-110", EpcKind.ITIP, 110, 44, Ending.NUMBER, 38),
    ITIP_212(0x41, "itip-212", EpcKind.ITIP, 212, 44, Ending.TEXT, 140),
    GID_96(0x35, "gid-96", EpcKind.GID, 96, 0, Ending.NUMBER, 36),
    USDOD_96(0x2F, "usdod-96", EpcKind.USDOD, 96, 0, Ending.NUMBER, 36),
    ADI_VAR(0x3B, "adi-var", EpcKind.ADI, 0, 0, Ending.TEXT, 0);

    /** What the last field of a tag is. */
    enum Ending {
        /** A number. */
        NUMBER,
        /** Characters of seven bits, filled up with zeros; of six bits where the length is open. */
        TEXT,
        /** Digits behind a one, so that leading zeros survive. */
        DIGITS,
        /** Nothing: reserved. */
        ZERO
    }

    /** Digits of the company prefix in partition 0; each further partition has one less. */
    static final int LONGEST_COMPANY = 12;

    private static final int WORD = 16;
    private static final int NIBBLE = 4;
    private static final int LONGEST_VARIABLE = 512;
    private static final int[] COMPANY_BITS = {40, 37, 34, 30, 27, 24, 20};
    private static final @Nullable TagCoding[] BY_HEADER = new TagCoding[256];
    private static final Map<String, TagCoding> BY_NAME = new HashMap<>();

    static {
        for (TagCoding coding : values()) {
            BY_HEADER[coding.header] = coding;
            BY_NAME.put(coding.uriName, coding);
        }
    }

    private final int header;
    private final String uriName;
    private final EpcKind kind;
    private final int bits;
    private final int keyBits;
    private final Ending ending;
    private final int endingBits;

    TagCoding(int header, String uriName, EpcKind kind, int bits, int keyBits, Ending ending, int endingBits) {
        this.header = header;
        this.uriName = uriName;
        this.kind = kind;
        this.bits = bits;
        this.keyBits = keyBits;
        this.ending = ending;
        this.endingBits = endingBits;
    }

    static Optional<TagCoding> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The coding that these hexadecimal digits begin with, if they are as many as a tag of it has. */
    static Optional<TagCoding> of(String digits) {
        int high = Character.digit(digits.charAt(0), 16);
        int low = Character.digit(digits.charAt(1), 16);
        if (high < 0 || low < 0) {
            return Optional.empty();
        }
        @Nullable TagCoding coding = BY_HEADER[high * 16 + low];
        return Optional.ofNullable(coding != null && coding.fills(digits.length() * NIBBLE) ? coding : null);
    }

    /** Readers send whole words; some cut behind the last digit that counts. */
    private boolean fills(int sent) {
        return bits == 0 ? sent <= LONGEST_VARIABLE : sent >= bits && sent <= (bits + WORD - 1) / WORD * WORD;
    }

    String uriName() {
        return uriName;
    }

    EpcKind kind() {
        return kind;
    }

    /** Bits of company prefix and reference together, whatever the partition. */
    int keyBits() {
        return keyBits;
    }

    Ending ending() {
        return ending;
    }

    /** Bits of the last field. */
    int endingBits() {
        return endingBits;
    }

    /** Bits of the company prefix in a partition. */
    static int companyBits(int partition) {
        return COMPANY_BITS[partition];
    }

    /** Bits of the filter value. */
    int filterBits() {
        return switch (this) {
            case GID_96 -> 0;
            case USDOD_96 -> 4;
            case ADI_VAR -> 6;
            default -> 3;
        };
    }

    boolean partitioned() {
        return kind != EpcKind.GID && kind != EpcKind.USDOD && kind != EpcKind.ADI;
    }

    /** Whether an identity of this kind can be held: serial numbers are longer in URIs than in some tags. */
    boolean holds(EpcIdentity identity) {
        String last = identity.parts().get(identity.parts().size() - 1);
        int company = identity.parts().get(0).length();
        return switch (this) {
            case SSCC_96, GSRN_96, GSRNP_96, SGCN_96, ADI_VAR, GID_96, USDOD_96 -> true;
            case GIAI_96 -> Part.number(last, mostBeside(company));
            case CPI_96 ->
                Part.number(identity.parts().get(1), mostComponent(company)) && Part.number(last, most(endingBits));
            default -> ending != Ending.NUMBER || Part.number(last, most(endingBits));
        };
    }

    /** The largest asset reference beside a company prefix of so many digits. */
    private long mostBeside(int company) {
        return most(endingBits - COMPANY_BITS[LONGEST_COMPANY - company]);
    }

    /** The largest component reference of 96 bits: three digits beside twelve, one more for each less. */
    static long mostComponent(int company) {
        return (long) Math.pow(10, 3 + LONGEST_COMPANY - company) - 1;
    }

    private static long most(int bits) {
        return (1L << bits) - 1;
    }
}
