package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keyway.simulator.fault.Fault;
import org.keyway.simulator.fault.Fault.Kind;

/** What the operator sees after a scan. */
@ExtendWith(ShopFloorExtension.class)
final class VerdictTest {
    private static final String WRONG_CHECK_DIGIT = "]d2010690123400001721CB150-00901";

    private final ShopFloor floor;
    private final String serial = ShopFloor.freshSerial();
    private Screen screen;

    VerdictTest(ShopFloor floor) {
        this.floor = floor;
        this.screen = Screen.of(floor);
    }

    @BeforeEach
    void openTheStation() {
        screen.station("ST-10");
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        assertThat(screen.complaints()).isEmpty();
        screen.close();
    }

    private Locator fact(String name) {
        return screen.at("#verdict dl > div")
                .filter(new Locator.FilterOptions().setHas(screen.page().getByText(name)))
                .locator("dd");
    }

    @Test
    void aGoodLabelTurnsGreenWithProductSerialLotAndMachine() {
        screen.scan(ShopFloor.block(serial)).shows("good", serial);

        assertThat(screen.at("#verdict .word")).hasText("READY");
        assertThat(screen.at("#verdict .product")).containsText("Cylinder block 150");
        assertThat(fact("Product")).hasText("CB-150");
        assertThat(fact("Serial no.")).hasText(serial);
        assertThat(fact("Lot")).hasText("L261116A");
        assertThat(fact("Machine")).hasText("HMC-01");
        assertThat(fact("Order")).hasCount(0);
    }

    @Test
    void aScanThatTakesAnOrderShowsWhichInBothLanguages() {
        String order = "JO-" + serial;
        floor.order("HMC-01", order, "CB-150");

        screen.scan(ShopFloor.block(serial)).shows("good", serial);

        assertThat(fact("Order")).hasText(order);
        screen.at("#language").click();
        assertThat(fact("工单")).hasText(order);
    }

    @Test
    void aGreenLabelIsDoneWhenTheMachineIs() {
        floor.machine("HMC-01").setCycleTime(Duration.ofMillis(100));

        screen.scan(ShopFloor.block(serial)).shows("done");

        assertThat(screen.at("#verdict .values")).containsText("kWh");
    }

    @Test
    void aBadLabelIsRedWithASentenceInTheLanguageOfTheScreen() {
        screen.scan(WRONG_CHECK_DIGIT).shows("bad");

        assertThat(screen.at("#verdict .word")).hasText("STOP");
        assertThat(screen.at("#verdict .hint")).containsText("check digit");
        screen.at("#language").click();
        assertThat(screen.at("#verdict .word")).hasText("停止");
        assertThat(screen.at("#verdict .hint")).containsText("校验");
    }

    @Test
    void aMachineThatHoldsAnotherValueIsRedWithParameterWantedAndFound() {
        floor.arm("HMC-01", Fault.of(Kind.CLAMP_ANSWER_GOOD, "Stage/SpindleSpeed"));

        screen.scan(ShopFloor.block(serial)).shows("bad");

        assertThat(screen.at("#verdict .mismatch p")).hasText("Spindle speed, face milling");
        assertThat(screen.at("#verdict .mismatch")).containsText("wanted");
        assertThat(screen.at("#verdict .mismatch")).containsText("found");
        String wanted = screen.at("#verdict .mismatch b").first().textContent();
        String found = screen.at("#verdict .mismatch b").last().textContent();
        assertThat(wanted).isNotEqualTo(found).matches("[0-9\u202f]+ .*min.*");
        assertThat(floor.machine("HMC-01").memory().get("Stage/JobReady")).isEqualTo(false);
    }

    @Test
    void theNextGoodScanIsGreenAfterARedOne() {
        screen.scan(WRONG_CHECK_DIGIT).shows("bad");

        screen.scan(ShopFloor.block(serial)).shows("good", serial);
    }

    @Test
    void theMachinesStateIsShownAsItChanges() {
        assertThat(screen.at("[data-machine=HMC-01]")).hasAttribute("data-state", "READY");

        floor.machine("HMC-01").setState("Alarm");
        assertThat(screen.at("[data-machine=HMC-01]")).hasAttribute("data-state", "ALARM");
        assertThat(screen.at("[data-machine=HMC-01] .state")).hasText("alarm");

        floor.machine("HMC-01").setState("Idle");
        assertThat(screen.at("[data-machine=HMC-01]")).hasAttribute("data-state", "READY");
    }

    @Test
    void theLanguageIsSwitchedByOneTouchAndRemembered() {
        assertThat(screen.at("#verdict .word")).hasText("Scan the label");

        screen.at("#language").click();
        assertThat(screen.at("#verdict .word")).hasText("请扫描标签");
        screen.page().reload();

        assertThat(screen.at("#verdict .word")).hasText("请扫描标签");
        assertThat(screen.at("html")).hasAttribute("lang", "zh-CN");
    }

    @Test
    void theLastScansStayVisibleNewestFirstEvenAfterAReload() {
        screen.scan(ShopFloor.block(serial)).shows("good", serial);
        screen.scan(WRONG_CHECK_DIGIT).shows("bad");

        assertThat(screen.at("#history li.bad").first()).isVisible();
        assertThat(screen.at("#history li").nth(1)).containsText(serial);
        screen.page().reload();
        assertThat(screen.at("#history li").nth(1)).containsText(serial);
        assertThat(screen.at("#verdict")).not().hasAttribute("data-kind", "bad");
    }

    @Test
    void aRepeatedScanIsTheSameJob() {
        screen.scan(ShopFloor.block(serial)).shows("good", serial);
        screen.scan(ShopFloor.block(serial)).shows("good", serial);

        assertThat(floor.jobsOf(serial)).hasSize(1);
        assertThat(screen.at("#history li").filter(new Locator.FilterOptions().setHasText(serial)))
                .hasCount(1);
    }

    @Test
    void aReloadNeverShowsAnOldGreen() {
        screen.scan(ShopFloor.block(serial)).shows("good", serial);

        screen.page().reload();

        assertThat(screen.at("#history li").first()).containsText(serial);
        assertThat(screen.at("#verdict")).not().hasAttribute("data-kind", "good");
    }
}
