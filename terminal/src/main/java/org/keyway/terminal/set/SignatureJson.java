package org.keyway.terminal.set;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.life.Signature;
import org.keyway.terminal.api.Times;

/** Who did something, and when, as JSON. */
record SignatureJson(String by, String at) {
    static SignatureJson of(Signature signature) {
        return new SignatureJson(signature.by(), Times.text(signature.at()));
    }

    static @Nullable SignatureJson of(Optional<Signature> signature) {
        return signature.map(SignatureJson::of).orElse(null);
    }
}
