package org.keyway.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Identification;
import org.keyway.identifier.IdentifierModule;
import org.keyway.identifier.ProductRegistry;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.digitallink.DigitalLinkMaker;
import org.keyway.identifier.digitallink.MadeLink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds GS1 labels against a file of examples that lies beside the project where there is one. */
final class Gs1ExamplesTest {
    private static final String FILE = "shared/data/identifier-examples.jsonl";
    private static final Set<String> FORMATS =
            Set.of("gs1-scan", "gs1-bracketed", "gs1-unbracketed", "gs1-dl", "wedge");

    private final Injector injector = Guice.createInjector(
            new IdentifierModule(),
            binder -> binder.bind(ProductRegistry.class).toInstance(key -> Optional.empty()),
            binder -> binder.bind(Clock.class).toInstance(Clock.systemUTC()));
    private final ScanParser parser = injector.getInstance(ScanParser.class);
    private final DigitalLinkMaker links = injector.getInstance(DigitalLinkMaker.class);

    @Test
    void everyExampleOfAGs1LabelIsReadAsItSays() throws IOException {
        Path examples = beside();
        assumeThat(examples).exists();
        List<JsonNode> cases = Files.readAllLines(examples).stream()
                .map(line -> new JsonMapper().readTree(line))
                .filter(example -> FORMATS.contains(example.at("/fmt").asString()))
                .toList();

        assertThat(cases).isNotEmpty().allSatisfy(this::agrees);
    }

    private void agrees(JsonNode example) {
        Reading reading = reading(example.at("/in").asString());
        boolean sound = example.at("/ok").asBoolean();

        assertThat(reading.conformant()).isEqualTo(sound);
        if (!sound) {
            return;
        }
        assertThat(reading.elements().stream().map(element -> List.of(element.id(), element.value())))
                .isEqualTo(example.at("/el")
                        .valueStream()
                        .map(pair -> List.of(pair.get(0).asString(), pair.get(1).asString()))
                        .toList());
        if (example.has("canonicalDl")) {
            assertThat(links.canonical(reading.elements()))
                    .isEqualTo(new MadeLink.Link(example.at("/canonicalDl").asString()));
        }
    }

    private Reading reading(String data) {
        Identification identification = parser.parse(Scan.of(data));
        return identification instanceof Identification.Identified identified
                ? identified.reading()
                : ((Identification.Rejected) identification).reading();
    }

    private static Path beside() {
        Path here = Path.of("").toAbsolutePath();
        while (here.getParent() != null && !Files.exists(here.resolve(FILE))) {
            here = here.getParent();
        }
        return here.resolve(FILE);
    }
}
