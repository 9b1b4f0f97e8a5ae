package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keyway.job.Job;

/** An engineer changes a parameter set in the browser, and the next scan uses it. */
@ExtendWith(ShopFloorExtension.class)
final class ParameterSetPageTest {
    private static final String SET = "HMC-CB-150";
    private static final String PARAMETER = "boreSpindleSpeed";
    /** A refusal is an answer like others; the browser notes it all the same. */
    private static final String REFUSAL = "Failed to load resource: the server responded with a status of 4";

    private final ShopFloor floor;
    private final Screen screen;

    ParameterSetPageTest(ShopFloor floor) {
        this.floor = floor;
        this.screen = Screen.of(floor);
    }

    @AfterEach
    void theBrowserHasNothingElseToComplainOf() {
        assertThat(screen.complaints())
                .allSatisfy(complaint -> assertThat(complaint).startsWith(REFUSAL));
        screen.close();
    }

    private Screen open(Screen on) {
        on.page().navigate(floor.address().resolve("/sets/" + SET).toString());
        assertThat(on.at("#version")).isVisible();
        return on;
    }

    private static void write(Screen on, String value, String by) {
        on.at("[data-value='" + PARAMETER + "'] input").nth(1).fill(value);
        on.at("#edit input[name='by']").fill(by);
        on.at("#edit input[name='reason']").fill("tool wear");
        on.at("#save").click();
    }

    private void take(String step, String by) {
        screen.at("[data-step='" + step + "']").click();
        screen.at("[data-form='" + step + "'] input[name='by']").fill(by);
        screen.at("[data-form='" + step + "'] textarea").fill("looked at");
        screen.at("[data-form='" + step + "'] [type='submit']").click();
    }

    /** Ends whatever a test left open, so that the next begins anew. */
    private void discard() {
        take("discard", "Li Wei");
        assertThat(screen.at("[data-step='discard']")).hasCount(0);
    }

    @Test
    void aDraftIsReleasedBySomebodyElseAndTheNextScanUsesIt() {
        open(screen).at("[data-step='begin']").click();
        write(screen, "2222", "Li Wei");
        assertThat(screen.at("#diff [data-name='" + PARAMETER + "'] .after")).containsText("222");
        take("submit", "Li Wei");
        take("release", "Li Wei");
        assertThat(screen.at(".problem")).containsText("Somebody else must release it");

        screen.at("[data-form='release'] input[name='by']").fill("Zhao Min");
        screen.at("[data-form='release'] [type='submit']").click();
        assertThat(screen.at("#version .state")).hasAttribute("data-state", "RELEASED");

        String serial = ShopFloor.freshSerial();
        try (Screen station = Screen.of(floor).station("ST-10")) {
            station.scan(ShopFloor.block(serial)).shows("good", serial);
        }
        Job job = floor.jobsOf(serial).get(0);
        assertThat(job.parameters())
                .filteredOn(parameter -> parameter.name().equals(PARAMETER))
                .singleElement()
                .satisfies(parameter -> assertThat(parameter.value().toString()).startsWith("2222"));
    }

    @Test
    void ofTwoEditorsTheSecondSeesWhoWasQuickerAndBothContents() {
        open(screen).at("[data-step='begin']").click();
        write(screen, "2300", "Li Wei");
        assertThat(screen.at("[data-step='edit']")).isVisible();
        try (Screen other = open(Screen.of(floor))) {
            other.at("[data-step='edit']").click();
            screen.at("[data-step='edit']").click();
            write(screen, "2400", "Wang Fang");
            assertThat(screen.at("[data-step='submit']")).isVisible();
            write(other, "2500", "Li Wei");

            assertThat(other.at("#refusal")).containsText("Wang Fang");
            Locator line = other.at("#conflict [data-name='" + PARAMETER + "']");
            assertThat(line.locator(".before")).containsText("400");
            assertThat(line.locator(".after")).containsText("500");
            other.at("#refusal .keep").click();
            other.at("#save").click();
            assertThat(other.at("[data-parameter='" + PARAMETER + "'] td")).containsText("500");
        }
        open(screen);
        discard();
    }

    @Test
    void everyProblemStandsAtItsFieldInBothLanguages() {
        open(screen).at("[data-step='begin']").click();
        screen.at("input[name='scope.product']").fill("NONE");
        write(screen, "99999999", "");

        Locator value = screen.at("[data-value='" + PARAMETER + "'] .problem");
        assertThat(value).containsText("outside");
        assertThat(screen.at("label:has(input[name='scope.product']) .problem")).containsText("NONE");
        assertThat(screen.at("label:has(input[name='by']) .problem")).isVisible();
        screen.at("#language").click();
        assertThat(value).containsText("超出范围");
    }

    @Test
    void aTriedScanLeadsToTheSetThatEachValueCameFrom() {
        screen.page().navigate(floor.address().resolve("/try?machine=HMC-01").toString());
        assertThat(screen.at("select[name='machine']")).hasValue("HMC-01");
        screen.scan(ShopFloor.block("TRIED-1"));
        Locator bore = screen.at("[data-parameter='boreDiameter']");
        bore.locator("summary").click();
        assertThat(bore.locator(".losers")).containsText("is for more products");

        bore.locator(".source").first().click();
        assertThat(screen.at("#title")).hasText(SET);
        assertThat(screen.at("#version")).isVisible();
        assertThat(floor.jobsOf("TRIED-1")).isEmpty();
    }

    @Test
    void aCellOfTheCoverageIsExplained() {
        screen.page()
                .navigate(floor.address().resolve("/coverage?product=CB-150").toString());
        screen.at("[data-cell='CB-150 HMC-01 OP20']").click();

        assertThat(screen.at("#answer [data-explained]")).isVisible();
        assertThat(screen.at("#answer [data-parameter='boreDiameter']")).containsText(SET);
    }
}
