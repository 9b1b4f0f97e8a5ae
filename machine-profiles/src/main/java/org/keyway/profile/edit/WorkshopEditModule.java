package org.keyway.profile.edit;

import com.google.inject.AbstractModule;

/** Wires the editing of things. */
public final class WorkshopEditModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(WorkshopEditor.class).to(WorkshopDesk.class);
    }
}
