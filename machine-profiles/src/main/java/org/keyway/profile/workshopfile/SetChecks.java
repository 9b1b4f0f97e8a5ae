package org.keyway.profile.workshopfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.SetProblem;

/**
 * Checks a parameter set that came without a file as one from a file is checked: with the same codes and sentences, and paths
 * such as {@code values.spindleSpeed} in place of lines.
 */
public final class SetChecks {
    private static final MessageCatalogue SENTENCES =
            MessageCatalogue.load("org.keyway.profile.messages", SetChecks.class.getClassLoader());
    private static final int MOST = 1000;

    private final ParameterSetChecks checks;

    /** Checks against this workshop. */
    public SetChecks(StoredWorkshop stored) {
        Draft nothingRead = new Draft(stored.things());
        checks = new ParameterSetChecks(nothingRead, stored, new LimitChecks(nothingRead));
    }

    /** Everything that is wrong; nothing when it may be kept. */
    public List<SetProblem> problems(ParameterSet set) {
        Paths found = new Paths();
        checkForm(set, found);
        checks.check(set, found);
        return List.copyOf(found.problems);
    }

    /** What reading a file would have told. */
    private static void checkForm(ParameterSet set, Findings found) {
        checkId("id", set.id(), found);
        set.layer().ifPresent(layer -> checkId("layer", layer, found));
        if (set.parts().filter(SetChecks::isWrongCount).isPresent()) {
            String wanted = "1…" + ParameterSetReader.MOST_PARTS;
            found.add("effective", "parts", ImportCode.WRONG_TYPE, Map.of("key", "parts", "wanted", wanted));
        }
        Set<String> attributes = new HashSet<>();
        for (AttributeCondition condition : set.scope().attributes()) {
            if (!attributes.add(condition.attribute())) {
                found.add("scope", "attributes", ImportCode.DUPLICATE_ID, Map.of("id", condition.attribute()));
            }
        }
    }

    private static boolean isWrongCount(int parts) {
        return parts < 1 || parts > ParameterSetReader.MOST_PARTS;
    }

    private static void checkId(String key, String id, Findings found) {
        if (!Fields.isId(id)) {
            found.add(key, ImportCode.BAD_ID, Map.of("id", id));
        }
    }

    private static final class Paths implements Findings {
        private final List<SetProblem> problems = new ArrayList<>();

        @Override
        public void add(String key, ImportCode code, Map<String, ?> facts) {
            if (problems.size() < MOST) {
                problems.add(new SetProblem(key, code.code(), SENTENCES.message(code.code(), facts)));
            }
        }

        @Override
        public void add(String key, String entry, ImportCode code, Map<String, ?> facts) {
            add(key + "." + entry, code, facts);
        }
    }
}
