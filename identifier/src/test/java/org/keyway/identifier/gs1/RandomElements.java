package org.keyway.identifier.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keyway.identifier.Element;

/** Sound values with random content for application identifiers. */
final class RandomElements {
    private final Random random;

    RandomElements(Random random) {
        this.random = random;
    }

    Element of(ApplicationIdentifier identifier) {
        boolean free =
                identifier.fields().stream().allMatch(field -> field.rules().isEmpty());
        if (!free) {
            return identifier.element(
                    random.nextBoolean() ? SampleValues.shortest(identifier) : SampleValues.longest(identifier));
        }
        StringBuilder value = new StringBuilder();
        for (Field field : identifier.fields()) {
            if (!field.optional()) {
                int length = field.shortest() + random.nextInt(field.longest() - field.shortest() + 1);
                String alphabet = characters(field.alphabet());
                // Padding stands at the end of Base 64 only, and what is free text is not to look like an escape.
                alphabet = alphabet.replace("=", "");
                for (int i = 0; i < length; i++) {
                    value.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
            }
        }
        return identifier.element(value.toString());
    }

    List<Element> some(List<ApplicationIdentifier> identifiers, int most) {
        List<Element> elements = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            elements.add(of(identifiers.get(random.nextInt(identifiers.size()))));
        }
        return elements;
    }

    /** What GS1 allows in values of this kind, found by asking. */
    private static String characters(Alphabet alphabet) {
        return IntStream.rangeClosed('!', '~')
                .mapToObj(c -> String.valueOf((char) c))
                .filter(c -> alphabet.flaw(c, 0, 1) < 0)
                .collect(Collectors.joining());
    }
}
