package org.keyway.profile.edit;

import java.util.List;
import org.keyway.profile.SetProblem;
import org.keyway.profile.coverage.ReleaseImpact;

/** What came of an edit. */
public sealed interface EditOutcome {
    /** It is kept, in force and in the audit; or it was so already. */
    record Kept(StoredThing thing, boolean created) implements EditOutcome {}

    /** It is gone. */
    record Removed() implements EditOutcome {}

    /** There is none. */
    record NotFound() implements EditOutcome {}

    /** Somebody else changed it since it was read; nothing was changed. */
    record Overtaken(StoredThing now) implements EditOutcome {}

    /** It must not be; everything that stands against it, by path. Nothing was changed. */
    record Refused(List<SetProblem> problems) implements EditOutcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Parts would get other values, or none; nothing was changed until somebody confirms that it is meant.
     *
     * @param changes not all when there are many
     */
    record Unconfirmed(List<ReleaseImpact.Change> changes) implements EditOutcome {
        public Unconfirmed {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Others refer to it; nothing was changed.
     *
     * @param by their kinds and ids, as people read them; not all when there are many
     */
    record InUse(List<String> by) implements EditOutcome {
        public InUse {
            by = List.copyOf(by);
        }
    }
}
