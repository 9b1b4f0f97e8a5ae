package org.keyway.job.teach;

import java.util.List;
import java.util.Optional;
import org.keyway.job.Problem;
import org.keyway.job.link.NodeReading;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterSet;

/** What came of teaching. */
public sealed interface Lesson {
    /**
     * The machine was read.
     *
     * @param set the values that fit, in the parameters' units; for the life of parameter sets to begin a draft with
     * @param values every parameter of the profile, those that are not in the set as well
     */
    record Taught(ParameterSet set, List<TaughtValue> values) implements Lesson {
        public Taught {
            values = List.copyOf(values);
        }
    }

    /** Nothing was read, or what was read can't be relied on. */
    record Refused(Problem problem) implements Lesson {}

    /**
     * One parameter.
     *
     * @param reading what its node answered
     * @param value in the parameter's unit; empty when it isn't in the set
     * @param matched what a match gives for the product today; empty when it gives nothing
     * @param problem why it isn't in the set, or that it isn't exact
     */
    record TaughtValue(
            Parameter parameter,
            NodeReading reading,
            Optional<Object> value,
            Optional<Object> matched,
            Optional<Problem> problem) {
        /** Whether the machine holds something else than a match would bring it. */
        public boolean differs() {
            return value.isPresent() && !value.equals(matched);
        }
    }
}
