package org.keyway.acceptance.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keyway.app.demo.DemoWorkshop;

/** The page of labels to print, and to try without a scanner. */
@ExtendWith(ShopFloorExtension.class)
final class LabelSheetTest {
    private final Screen screen;
    private final ShopFloor floor;
    private final int labels = DemoWorkshop.labels().labels().size();

    LabelSheetTest(ShopFloor floor) {
        this.floor = floor;
        this.screen = Screen.of(floor);
    }

    @BeforeEach
    void openTheSheet() {
        screen.page().navigate(floor.address().resolve("/labels").toString());
        assertThat(screen.at("article.label")).hasCount(labels);
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        assertThat(screen.complaints()).isEmpty();
        screen.close();
    }

    @Test
    void everySymbolIsDrawn() {
        screen.page().waitForFunction("() => [...document.images].every(image => image.complete)");

        Object drawn = screen.page()
                .evaluate(
                        "() => [...document.images].filter(image => image.naturalWidth > 0 && image.width > 60).length");
        assertThat(drawn).isEqualTo(labels);
    }

    @Test
    void printsOnlyTheLabelsNoneCutInTwo() {
        screen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(screen.at(".bar")).isHidden();
        assertThat(screen.at("article.label .actions").first()).isHidden();
        assertThat(screen.at("article.label img").first()).isVisible();
        assertThat(screen.at("article.label").first()).hasCSS("break-inside", "avoid");
        assertThat(screen.page().pdf()).hasSizeGreaterThan(10_000);
    }

    @Test
    void aLabelCanBeTriedWithoutAScanner() {
        Locator good = screen.at("[data-label=st40-handle-1]");
        Locator bad = screen.at("[data-label=bad-check-digit]");

        good.getByText("Scan", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(good.locator(".result.good")).containsText("CAM-01");
        bad.getByText("Scan", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(bad.locator(".result.bad")).containsText("check digit");
    }
}
