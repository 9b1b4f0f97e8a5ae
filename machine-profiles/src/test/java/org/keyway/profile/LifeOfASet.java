package org.keyway.profile;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.LifeOutcome;
import org.keyway.profile.life.ParameterSetLife;
import org.keyway.profile.life.VersionRecord;

/** Ann edits, Bob releases, in a workshop of their own for each test. */
abstract class LifeOfASet {
    static final Change ANN = new Change("Ann", "faster");
    static final Change BOB = new Change("Bob", "looks right");

    final LifeWorkshop workshop = new LifeWorkshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    ParameterSetLife life() {
        return workshop.life();
    }

    VersionRecord draft(int speed) {
        return done(life().create(LifeWorkshop.set("S", speed), ANN));
    }

    VersionRecord submitted(int speed) {
        return done(life().submit(LifeWorkshop.seen(draft(speed)), ANN));
    }

    VersionRecord released(int speed) {
        return done(life().release(LifeWorkshop.seen(submitted(speed)), BOB));
    }

    static VersionRecord done(LifeOutcome outcome) {
        return LifeWorkshop.done(outcome);
    }

    static List<String> codes(LifeOutcome outcome) {
        return LifeWorkshop.codes(outcome);
    }
}
