package org.keyway.job;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import java.util.List;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.job.account.AccountJournal;
import org.keyway.job.account.AccountStore;
import org.keyway.job.delivery.Pause;
import org.keyway.job.desk.ScanDesk;
import org.keyway.job.desk.UnfinishedJobs;
import org.keyway.job.link.MachineLinkFactory;
import org.keyway.job.machine.MachineFleet;
import org.keyway.job.order.JobOrders;
import org.keyway.job.order.OrderListener;
import org.keyway.job.order.OrderSettings;
import org.keyway.job.order.OrderWatch;
import org.keyway.job.order.OrdersOfOthers;
import org.keyway.job.reader.ReaderBoard;
import org.keyway.job.store.DatabaseHealth;
import org.keyway.job.store.JdbiAccounts;
import org.keyway.job.store.JdbiJobJournal;
import org.keyway.job.store.JdbiJobOrders;
import org.keyway.job.store.JdbiJobs;
import org.keyway.job.store.JdbiLimitedParts;
import org.keyway.job.teach.MachineReader;
import org.keyway.job.teach.MachineTeacher;
import org.keyway.job.teach.Teaching;
import org.keyway.job.trial.TrialWatch;
import org.keyway.profile.NodeListener;
import org.keyway.profile.PartCounts;

/** Wires job control: the life of a job, its journal, and the links over which machines are reached. */
public final class JobControlModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(JobControl.class).to(ScanDesk.class);
        bind(MachineBoard.class).to(MachineFleet.class);
        bind(MachineReader.class).to(MachineFleet.class);
        bind(MachineDoubt.class).to(MachineFleet.class);
        bind(MachineTeacher.class).to(Teaching.class);
        bind(AccountStore.class).to(JdbiAccounts.class);
        OptionalBinder.newOptionalBinder(binder(), AccountJournal.class)
                .setDefault()
                .toInstance((action, name, account) -> {});
        bind(JobJournal.class).to(JdbiJobJournal.class);
        bind(LimitedParts.class).to(JdbiLimitedParts.class);
        OptionalBinder.newOptionalBinder(binder(), PartCounts.class)
                .setBinding()
                .to(JdbiLimitedParts.class);
        bind(Jobs.class).to(JdbiJobs.class).in(Singleton.class);
        bind(JobOrders.class).to(JdbiJobOrders.class).in(Singleton.class);
        OptionalBinder.newOptionalBinder(binder(), OrderSettings.class)
                .setDefault()
                .toInstance(OrderSettings.DEFAULT);
        Multibinder.newSetBinder(binder(), OrderListener.class);
        Multibinder.newSetBinder(binder(), NodeListener.class).addBinding().to(OrdersOfOthers.class);
        OptionalBinder.newOptionalBinder(binder(), ReaderBoard.class)
                .setDefault()
                .toInstance(List::of);
        bind(Pause.class).toInstance(duration -> Thread.sleep(duration.toMillis()));
        MapBinder.newMapBinder(binder(), String.class, MachineLinkFactory.class);
        Multibinder<ShopFloorListener> listeners = Multibinder.newSetBinder(binder(), ShopFloorListener.class);
        listeners.addBinding().to(UnfinishedJobs.class);
        listeners.addBinding().to(TrialWatch.class);
        listeners.addBinding().to(OrderWatch.class);
        Multibinder.newSetBinder(binder(), HealthCheck.class).addBinding().to(DatabaseHealth.class);
        Multibinder.newSetBinder(binder(), MessageCatalogue.class);
    }
}
