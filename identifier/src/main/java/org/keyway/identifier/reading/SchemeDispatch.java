package org.keyway.identifier.reading;

import java.util.Collection;
import java.util.List;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.LabelText;

/** Which schemes to ask about a label: those that read declared element strings, or those a text may begin like. */
final class SchemeDispatch {
    private static final int ASCII = 128;

    private final IdentifierScheme[] all;
    private final IdentifierScheme[] declared;
    private final IdentifierScheme[][] byFirst = new IdentifierScheme[ASCII][];

    SchemeDispatch(Collection<IdentifierScheme> schemes) {
        List<IdentifierScheme> ordered = List.copyOf(schemes);
        this.all = ordered.toArray(IdentifierScheme[]::new);
        IdentifierScheme[] readers = ordered.stream()
                .filter(IdentifierScheme::readsDeclaredElementStrings)
                .toArray(IdentifierScheme[]::new);
        // Without a scheme for them, element strings are a text like any other.
        this.declared = readers.length == 0 ? all : readers;
        for (char first = 0; first < ASCII; first++) {
            char asked = first;
            byFirst[first] = ordered.stream()
                    .filter(scheme -> scheme.mayBeginWith(asked))
                    .toArray(IdentifierScheme[]::new);
        }
    }

    /** Whether the label declares what it is, so that nobody but those who read that is to be asked. */
    boolean isDeclared(LabelText label) {
        return label.declaresElementString() && declared != all;
    }

    IdentifierScheme[] schemes(LabelText label) {
        if (label.declaresElementString()) {
            return declared;
        }
        char first = label.text().charAt(0);
        return first < ASCII ? byFirst[first] : all;
    }
}
