package org.keyway.profile.matching;

import org.keyway.profile.ReleasedSet;
import org.keyway.profile.Scope;
import org.keyway.profile.SetVersion;

/** A released set has no place in the order of precedence that is configured now. Nothing may be matched so. */
public final class UnplacedSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnplacedSetException(SetVersion set, Scope scope) {
        super("matching.precedence has no place for the released set " + set + ", whose scope names "
                + scope.names().keySet() + "; add its key set or retire it");
    }

    static void throwIfWithoutPlace(ReleasedSet released, Precedence precedence) {
        Scope scope = released.set().scope();
        if (precedence.place(scope).isEmpty()) {
            throw new UnplacedSetException(released.source(), scope);
        }
    }
}
