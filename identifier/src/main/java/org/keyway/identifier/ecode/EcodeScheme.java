package org.keyway.identifier.ecode;

import jakarta.inject.Inject;
import java.util.Optional;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.pattern.NamedPatterns;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.LabelText;

/** Ecodes of the numbering systems that the site has configured. */
public final class EcodeScheme implements IdentifierScheme {
    /** The scheme's name in readings, and the kind of its keys. */
    public static final String NAME = "ecode";

    private final NamedPatterns patterns;

    @Inject
    public EcodeScheme(IdentifierConfiguration configuration) {
        this.patterns = new NamedPatterns(NAME, configuration.rules().ecodes());
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        return label.declaresElementString() ? Optional.empty() : patterns.read(label);
    }
}
