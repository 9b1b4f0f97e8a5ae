package org.keyway.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keyway.identifier.Identification.Identified;
import org.keyway.identifier.Identification.Rejected;

/** Reads labels as the wired module does. */
public final class Labels {
    private final ScanParser parser;

    private Labels(IdentifierConfiguration configuration) {
        this.parser = injector(configuration).getInstance(ScanParser.class);
    }

    public static Injector injector(IdentifierConfiguration configuration) {
        return Guice.createInjector(
                new IdentifierModule(configuration),
                binder -> binder.bind(ProductRegistry.class).toInstance(key -> Optional.empty()),
                binder -> binder.bind(Clock.class).toInstance(Clock.systemUTC()));
    }

    public static Labels standard() {
        return new Labels(IdentifierConfiguration.standard());
    }

    public static Labels of(IdentifierConfiguration configuration) {
        return new Labels(configuration);
    }

    public Identification parse(String data) {
        return parser.parse(Scan.of(data));
    }

    public Identification parse(Scan scan) {
        return parser.parse(scan);
    }

    public Reading identified(String data) {
        Identification identification = parse(data);
        assertThat(identification).isInstanceOf(Identified.class);
        return ((Identified) identification).reading();
    }

    /** The reading of a label, be it good or not. */
    public Reading reading(String data) {
        Identification identification = parse(data);
        return identification instanceof Identified identified
                ? identified.reading()
                : ((Rejected) identification).reading();
    }

    /** The reading of a label that must be refused, checked to name no product and to say why. */
    public Reading rejected(String data) {
        Identification identification = parse(data);
        assertThat(identification).as(data).isInstanceOf(Rejected.class);
        Reading reading = ((Rejected) identification).reading();
        assertThat(reading.product()).isEmpty();
        // A sound label that names no product, such as that of a pallet, is conformant all the same.
        assertThat(!reading.conformant() || codes(reading).contains("KW-ID-008"))
                .as("conformant %s", data)
                .isTrue();
        assertThat(reading.issues().get(0).severity()).isEqualTo(Issue.Severity.ERROR);
        return reading;
    }

    public static List<String> codes(Reading reading) {
        return reading.issues().stream().map(Issue::code).toList();
    }

    public static List<String> elements(Reading reading) {
        return reading.elements().stream()
                .map(element -> element.id() + "=" + element.value())
                .toList();
    }
}
