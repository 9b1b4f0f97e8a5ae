package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page from which a screen is given to a station. */
@ExtendWith(ShopFloorExtension.class)
final class OverviewTest {
    private final ShopFloor floor;
    private final Screen screen;

    OverviewTest(ShopFloor floor) {
        this.floor = floor;
        this.screen = Screen.of(floor);
        screen.page().navigate(floor.address().toString());
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        assertThat(screen.complaints()).isEmpty();
        screen.close();
    }

    @Test
    void showsEveryStationWithItsMachinesAsTheyChange() {
        assertThat(screen.at(".tile")).hasCount(10);
        assertThat(screen.at("[data-machine=CAM-01]")).hasAttribute("data-state", "READY");

        floor.machine("CAM-01").setState("Alarm");

        assertThat(screen.at("[data-machine=CAM-01]")).hasAttribute("data-state", "ALARM");
    }

    @Test
    void oneTouchOpensTheStation() {
        screen.at(".tile").first().click();

        assertThat(screen.page()).hasURL(Pattern.compile(".*/stations/ST-10$"));
        assertThat(screen.at("#verdict")).hasAttribute("data-kind", "idle");
    }
}
