package org.keyway.identifier.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.identifier.Element;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;
import org.keyway.identifier.digitallink.DigitalLinkMaker;
import org.keyway.identifier.digitallink.MadeLink;

/** Elements that are written in any form come back as they were, each identifier beside random others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoundTripTest {
    private static final String GS = "\u001D";

    private final ApplicationIdentifiers identifiers = new ApplicationIdentifiers();
    private final List<ApplicationIdentifier> known = List.copyOf(identifiers.all());
    private final Random random = new Random(786);
    private final RandomElements values = new RandomElements(random);
    private final Labels labels = Labels.standard();
    private final DigitalLinkMaker maker =
            Labels.injector(IdentifierConfiguration.standard()).getInstance(DigitalLinkMaker.class);

    List<ApplicationIdentifier> all() {
        return known;
    }

    List<ApplicationIdentifier> keys() {
        return known.stream().filter(ApplicationIdentifier::key).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void anElementStringReadsBackItsElementsInEachOfItsForms(ApplicationIdentifier identifier) {
        for (int round = 0; round < 5; round++) {
            List<Element> elements = new ArrayList<>(values.some(known, 3));
            elements.add(values.of(identifier));
            elements.addAll(values.some(known, 3));
            String separated = separated(elements, GS);

            assertThat(read("]d2" + separated)).isEqualTo(elements);
            assertThat(read(GS + separated)).isEqualTo(elements);
            assertThat(read("^" + separated(elements, "^"))).isEqualTo(elements);
            assertThat(read(bracketed(elements))).isEqualTo(elements);
            assertThat(read("[)>\u001E05" + GS + separated + "\u001E\u0004")).isEqualTo(elements);
        }
    }

    private List<Element> read(String data) {
        Reading reading = labels.reading(data);
        assertThat(reading.scheme()).as(data).isIn("gs1-element-string", "iso15434");
        return reading.elements();
    }

    private String separated(List<Element> elements, String separator) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            boolean open = !identifiers.find(element.id()).orElseThrow().fixed();
            text.append(element.id()).append(element.value()).append(open && i + 1 < elements.size() ? separator : "");
        }
        return text.toString();
    }

    private static String bracketed(List<Element> elements) {
        StringBuilder text = new StringBuilder();
        elements.forEach(element -> text.append('(')
                .append(element.id())
                .append(')')
                .append(element.value().replace("(", "\\(")));
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aDigitalLinkReadsBackTheElementsItWasMadeOf(ApplicationIdentifier key) {
        for (int round = 0; round < 40; round++) {
            Map<String, Element> elements = new LinkedHashMap<>();
            elements.put(key.id(), values.of(key));
            if (!key.qualifiers().isEmpty()) {
                List<String> sequence =
                        key.qualifiers().get(random.nextInt(key.qualifiers().size()));
                sequence.stream()
                        .filter(id -> random.nextBoolean())
                        .forEach(id ->
                                elements.put(id, values.of(identifiers.find(id).orElseThrow())));
            }
            List<ApplicationIdentifier> attributes = known.stream()
                    .filter(ApplicationIdentifier::attribute)
                    .filter(attribute -> !attribute.key())
                    .filter(attribute -> key.qualifiers().stream().noneMatch(s -> s.contains(attribute.id())))
                    .toList();
            values.some(attributes, 4).forEach(element -> elements.putIfAbsent(element.id(), element));

            MadeLink made = maker.canonical(List.copyOf(elements.values()));

            assertThat(made).isInstanceOf(MadeLink.Link.class);
            Reading reading = labels.reading(((MadeLink.Link) made).uri());
            assertThat(reading.scheme()).isEqualTo("gs1-digital-link");
            assertThat(reading.elements()).containsExactlyInAnyOrderElementsOf(elements.values());
        }
    }
}
