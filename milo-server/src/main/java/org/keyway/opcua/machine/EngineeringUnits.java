package org.keyway.opcua.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.keyway.profile.units.UnitOfMeasure;
import org.keyway.profile.units.Units;

/**
 * Units as OPC UA tells them (OPC 10000-8 5.6.3.3): those of UNECE Recommendation 20 with the texts of the OPC Foundation's
 * list, ours in a namespace of our own.
 */
public final class EngineeringUnits {
    static final String UNECE = "http://www.opcfoundation.org/UA/units/un/cefact";
    static final String OWN = "urn:keyway:ua:units";

    /** Units that no common code stands for; their place is their id, so that new ones go to the end. */
    private static final List<String> OWN_CODES =
            List.of("mm/rev", "mm/tooth", "hrc", "hv", "hb", "ra", "rz", "in/tooth");

    private static final Map<String, String[]> TEXTS = read();

    private EngineeringUnits() {}

    /** A unit of a parameter; empty for one that the table of units doesn't have. */
    public static Optional<EUInformation> of(String symbol) {
        return Units.table().find(symbol).map(EngineeringUnits::information);
    }

    /**
     * What the table of units may know a unit by: its code, or its name where it says no code. One of a list that isn't known here
     * has a name that no unit has; empty is only what says nothing at all.
     */
    public static Optional<String> nameOf(EUInformation unit) {
        int id = unit.getUnitId();
        if (OWN.equals(unit.getNamespaceUri()) && id > 0 && id <= OWN_CODES.size()) {
            return Optional.of(OWN_CODES.get(id - 1));
        }
        if (UNECE.equals(unit.getNamespaceUri()) && id > 0) {
            return Optional.of(commonCode(id));
        }
        return Optional.ofNullable(unit.getDisplayName().text())
                .filter(text -> !text.isBlank())
                .or(() -> id > 0 ? Optional.of(unit.getNamespaceUri() + "#" + id) : Optional.empty());
    }

    /** The characters of a common code are the bytes of its number (OPC 10000-8 5.6.3.3). */
    private static String commonCode(int id) {
        StringBuilder code = new StringBuilder();
        for (int rest = id; rest != 0; rest >>>= Byte.SIZE) {
            code.insert(0, (char) (rest & 0xFF));
        }
        return code.toString();
    }

    private static EUInformation information(UnitOfMeasure unit) {
        String[] texts = TEXTS.get(unit.code());
        return texts == null
                ? new EUInformation(OWN, OWN_CODES.indexOf(unit.code()) + 1, text(unit.symbol()), text(unit.symbol()))
                : new EUInformation(UNECE, unit.unitId(), text(texts[1]), text(texts[2]));
    }

    private static LocalizedText text(String text) {
        return LocalizedText.english(text);
    }

    private static Map<String, String[]> read() {
        Map<String, String[]> texts = new HashMap<>();
        try (InputStream in = EngineeringUnits.class.getResourceAsStream("units.tsv")) {
            if (in == null) {
                throw new IllegalStateException("units.tsv is missing");
            }
            for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
                if (!line.startsWith("#")) {
                    String[] fields = line.split("\t", -1);
                    texts.put(fields[0], fields);
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
