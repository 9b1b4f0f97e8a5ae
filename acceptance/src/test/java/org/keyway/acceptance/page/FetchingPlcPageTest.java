package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The station of the demo whose PLC fetches its jobs looks to the operator like any other. */
@ExtendWith(ShopFloorExtension.class)
final class FetchingPlcPageTest {
    private static final String HEAD = "88.118.7/CH-200/CH200-00901";

    private final Screen screen;

    FetchingPlcPageTest(ShopFloor floor) {
        this.screen = Screen.of(floor);
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        assertThat(screen.complaints()).isEmpty();
        screen.close();
    }

    @Test
    void aGoodLabelTurnsGreenAndIsDoneWhenThePlcHasMachinedThePart() {
        screen.station("ST-90");

        screen.scan(HEAD).shows("done");

        assertThat(screen.at("[data-machine=NR-01]")).hasAttribute("data-state", "READY");
    }
}
