package org.keyway.identifier.epc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyway.identifier.epc.TagContent.Broken;
import org.keyway.identifier.epc.TagContent.Held;

/** Reads the bits of one tag (Tag Data Standard 14.4, decoding). Each field is checked against its range. */
final class TagReader {
    private static final int HEADER_BITS = 8;
    private static final int PARTITIONS = 7;
    private static final int PIECE_BITS = 7;
    private static final int SMALL_CHARACTER = 6;
    private static final int CHARACTER = 7;
    private static final int AUTHORITY_LENGTH = 6;
    private static final int WORD = 16;

    private final TagCoding coding;
    private final Bits bits;
    private final List<String> parts = new ArrayList<>(5);

    private TagReader(TagCoding coding, String digits) {
        this.coding = coding;
        this.bits = new Bits(digits);
    }

    /** The content of hexadecimal digits that begin with the coding's header and are as many as it needs. */
    static TagContent read(TagCoding coding, String digits) {
        return new TagReader(coding, digits).content();
    }

    private TagContent content() {
        bits.number(HEADER_BITS);
        long filter = bits.number(coding.filterBits());
        Optional<String> flaw = coding.partitioned() ? partitioned() : unpartitioned();
        if (flaw.isEmpty() && (bits.left() >= WORD || !bits.zero(bits.left()))) {
            flaw = Optional.of("padding");
        }
        if (flaw.isPresent()) {
            return new Broken(coding, flaw.get());
        }
        // The grammar of the URI has the last word on what the fields contain.
        EpcIdentity raw = new EpcIdentity(coding.kind(), parts);
        return coding.kind()
                .read(raw.body())
                .<TagContent>map(identity -> new Held(identity, uri(filter, identity)))
                .orElseGet(() -> new Broken(coding, "characters"));
    }

    private String uri(long filter, EpcIdentity identity) {
        String front = coding.filterBits() == 0 ? "" : filter + ".";
        return "urn:epc:tag:" + coding.uriName() + ":" + front + identity.body();
    }

    private Optional<String> partitioned() {
        int partition = (int) bits.number(3);
        if (partition >= PARTITIONS) {
            return Optional.of("partition");
        }
        int companyDigits = TagCoding.LONGEST_COMPANY - partition;
        if (!padded(TagCoding.companyBits(partition), companyDigits)) {
            return Optional.of("company prefix");
        }
        if (!reference(TagCoding.companyBits(partition), companyDigits)) {
            return Optional.of("reference");
        }
        if (coding.kind() == EpcKind.ITIP && !pieces()) {
            return Optional.of("piece");
        }
        return ending(TagCoding.companyBits(partition)) ? Optional.empty() : Optional.of("serial");
    }

    private boolean reference(int companyBits, int companyDigits) {
        int width = coding.keyBits() - companyBits;
        return switch (coding) {
            case GIAI_96, GIAI_202 -> true;
            case CPI_96 -> number(width, TagCoding.mostComponent(companyDigits));
            case CPI_VAR -> smallCharacters();
            default -> padded(width, referenceDigits() - companyDigits);
        };
    }

    private int referenceDigits() {
        return switch (coding.kind()) {
            case SGTIN, ITIP -> 13;
            case SSCC, GSRN, GSRNP -> 17;
            default -> 12;
        };
    }

    private boolean ending(int companyBits) {
        boolean asset = coding.kind() == EpcKind.GIAI;
        int width = asset ? coding.endingBits() - companyBits : coding.endingBits();
        return switch (coding.ending()) {
            case NUMBER -> bits.left() >= width && number(width, Long.MAX_VALUE);
            case TEXT -> characters(width);
            case DIGITS -> digitsBehindOne(width);
            case ZERO -> bits.zero(width);
        };
    }

    private Optional<String> unpartitioned() {
        return switch (coding.kind()) {
            case GID ->
                number(28, Long.MAX_VALUE) && number(24, Long.MAX_VALUE) && number(36, Long.MAX_VALUE)
                        ? Optional.empty()
                        : Optional.of("serial");
            case USDOD -> authority(8) && number(36, Long.MAX_VALUE) ? Optional.empty() : Optional.of("authority");
            default -> aerospace() ? Optional.empty() : Optional.of("characters");
        };
    }

    private boolean aerospace() {
        boolean room = bits.left() > AUTHORITY_LENGTH * SMALL_CHARACTER;
        boolean partNumber = room && authority(SMALL_CHARACTER) && smallCharacters();
        return partNumber && smallCharacters();
    }

    /** Which piece, and of how many. */
    private boolean pieces() {
        boolean piece = padded(PIECE_BITS, 2);
        boolean total = padded(PIECE_BITS, 2);
        return piece && total;
    }

    /** A number of so many digits, zeros in front; without digits the bits must be zero. */
    private boolean padded(int width, int digits) {
        long value = bits.number(width);
        String text = digits == 0 ? "" : Long.toString(value);
        if (text.length() > digits || (digits == 0 && value != 0)) {
            return false;
        }
        parts.add("0".repeat(digits - text.length()) + text);
        return true;
    }

    private boolean number(int width, long most) {
        long value = bits.number(width);
        parts.add(Long.toString(value));
        return value <= most;
    }

    private boolean digitsBehindOne(int width) {
        String text = Long.toString(bits.number(width));
        parts.add(text.substring(1));
        return text.length() > 1 && text.charAt(0) == '1';
    }

    /** Characters of seven bits up to the first zero; behind it only zeros. */
    private boolean characters(int width) {
        StringBuilder text = new StringBuilder();
        int left = width;
        while (left >= CHARACTER) {
            long c = bits.number(CHARACTER);
            left -= CHARACTER;
            if (c == 0) {
                break;
            }
            text.append((char) c);
        }
        parts.add(text.toString());
        return bits.zero(left) && text.length() > 0;
    }

    /** Characters of six bits up to the six zeros that end them. */
    private boolean smallCharacters() {
        StringBuilder text = new StringBuilder();
        while (bits.left() >= SMALL_CHARACTER) {
            int c = (int) bits.number(SMALL_CHARACTER);
            if (c == 0) {
                parts.add(text.toString());
                return true;
            }
            text.append(smallCharacter(c));
        }
        return false;
    }

    private static char smallCharacter(int c) {
        return (char) (c < 32 ? c + 64 : c);
    }

    /** Six characters, a blank in front of one that has only five. */
    private boolean authority(int width) {
        StringBuilder text = new StringBuilder(AUTHORITY_LENGTH);
        for (int i = 0; i < AUTHORITY_LENGTH; i++) {
            int c = (int) bits.number(width);
            text.append(width == SMALL_CHARACTER ? smallCharacter(c) : (char) c);
        }
        parts.add(text.charAt(0) == ' ' ? text.substring(1) : text.toString());
        return true;
    }
}
