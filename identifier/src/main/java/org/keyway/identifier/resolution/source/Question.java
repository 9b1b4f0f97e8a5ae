package org.keyway.identifier.resolution.source;

import java.net.URI;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.Reading;

/**
 * What a service is asked about.
 *
 * @param kind of the registry key, such as {@code gtin} or {@code handle}
 * @param value of the registry key, behind the colon
 * @param serial the single part, where the service is asked about parts
 * @param lot the lot, where the service is asked about lots or parts
 * @param handle the whole Handle as printed, where the label is one
 * @param address the label's own, where it is a web address; untrusted
 */
public record Question(
        String kind,
        String value,
        Optional<String> serial,
        Optional<String> lot,
        Optional<String> handle,
        Optional<URI> address) {
    private static final int SYMBOLOGY_LENGTH = 3;

    /** What a service knows facts about. */
    public enum Level {
        PRODUCT,
        LOT,
        PART
    }

    /** The question that a reading puts, with no more in it than the level asks for; empty when it names no product. */
    public static Optional<Question> of(Reading reading, Level level) {
        String key = reading.product().orElse("");
        int colon = key.indexOf(':');
        if (colon <= 0 || colon == key.length() - 1) {
            return Optional.empty();
        }
        return Optional.of(new Question(
                key.substring(0, colon),
                key.substring(colon + 1),
                level == Level.PART ? reading.serial() : Optional.empty(),
                level == Level.PRODUCT ? Optional.empty() : reading.lot(),
                level == Level.PART ? handle(reading) : Optional.empty(),
                address(reading.data())));
    }

    private static Optional<String> handle(Reading reading) {
        return element(reading, "prefix")
                .flatMap(prefix -> element(reading, "suffix")
                        .filter(suffix -> reading.scheme().equals("handle"))
                        .map(suffix -> prefix + "/" + suffix));
    }

    private static Optional<String> element(Reading reading, String id) {
        return reading.elements().stream()
                .filter(element -> element.id().equals(id))
                .map(Element::value)
                .findFirst();
    }

    private static Optional<URI> address(String data) {
        int start = Math.max(data.indexOf("https://"), data.indexOf("http://"));
        if (start != 0 && start != SYMBOLOGY_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(data.substring(start).strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The registry key. */
    public String key() {
        return kind + ":" + value;
    }

    /** What answers are kept under: the same for every way to print the same identifier. */
    public String canonical() {
        return key()
                + lot.map(text -> "\u001D10" + text).orElse("")
                + serial.map(text -> "\u001D21" + text).orElse("")
                + handle.map(text -> "\u001Dhdl" + text).orElse("");
    }
}
