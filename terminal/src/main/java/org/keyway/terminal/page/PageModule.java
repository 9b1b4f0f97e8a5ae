package org.keyway.terminal.page;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import org.keyway.terminal.http.Routes;

/** Wires the pages and the label sheet. */
public final class PageModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(SymbolDrawing.class).to(OkapiSymbolDrawing.class);
        var routes = Multibinder.newSetBinder(binder(), Routes.class);
        routes.addBinding().to(PageRoutes.class);
        routes.addBinding().to(LabelRoutes.class);
    }
}
