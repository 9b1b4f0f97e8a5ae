package org.keyway.opcua;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.job.ScanPreview;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.account.AccountJournal;
import org.keyway.job.link.MachineLinkFactory;
import org.keyway.job.order.OrderListener;
import org.keyway.job.reader.ReaderBoard;
import org.keyway.opcua.autoid.ReaderFleet;
import org.keyway.opcua.handover.GatewayEpoch;
import org.keyway.opcua.handover.HandoverFeature;
import org.keyway.opcua.handover.HandoverLinkFactory;
import org.keyway.opcua.handover.HandoverStore;
import org.keyway.opcua.handover.store.JdbiHandoverStore;
import org.keyway.opcua.joborder.JobManagementFeature;
import org.keyway.opcua.link.OpcUaWriteLinkFactory;
import org.keyway.opcua.machine.DeliveryFeature;
import org.keyway.opcua.machine.IdentificationFeature;
import org.keyway.opcua.machine.LinkFeature;
import org.keyway.opcua.machine.ParametersFeature;
import org.keyway.opcua.model.load.ModelConfiguration;
import org.keyway.opcua.model.load.NamespaceOrder;
import org.keyway.opcua.scan.ResolveIdentifierFeature;
import org.keyway.opcua.scan.SubmitScanFeature;
import org.keyway.opcua.security.audit.AccountAudit;
import org.keyway.opcua.security.audit.AuditStore;
import org.keyway.opcua.server.PendingApprovals;
import org.keyway.opcua.server.ShopFloorServer;
import org.keyway.opcua.server.Vitals;
import org.keyway.opcua.space.GatewayFeature;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.Standby;
import org.keyway.opcua.store.JdbiAuditStore;
import org.keyway.opcua.store.JdbiNamespaceOrder;
import org.keyway.profile.HandoverSettings;

/** Wires OPC UA: the delivery method {@code opcua-write}, AutoID readers and our own server. Needs an {@link OpcUaConfiguration}. */
public final class OpcUaModule extends AbstractModule {
    @Override
    protected void configure() {
        MapBinder<String, MachineLinkFactory> links =
                MapBinder.newMapBinder(binder(), String.class, MachineLinkFactory.class);
        links.addBinding("opcua-write").to(OpcUaWriteLinkFactory.class);
        links.addBinding(HandoverSettings.DELIVERY).to(HandoverLinkFactory.class);
        bind(HandoverStore.class).to(JdbiHandoverStore.class);
        OptionalBinder.newOptionalBinder(binder(), ModelConfiguration.class)
                .setDefault()
                .toInstance(ModelConfiguration.OWN);
        bind(NamespaceOrder.class).to(JdbiNamespaceOrder.class);
        OptionalBinder.newOptionalBinder(binder(), AccountJournal.class)
                .setBinding()
                .to(AccountAudit.class);
        bind(AuditStore.class).to(JdbiAuditStore.class);
        Multibinder.newSetBinder(binder(), ShopFloorListener.class).addBinding().to(ShopFloorServer.class);
        Multibinder<MachineFeature> features = Multibinder.newSetBinder(binder(), MachineFeature.class);
        features.addBinding().to(IdentificationFeature.class);
        features.addBinding().to(ParametersFeature.class);
        features.addBinding().to(DeliveryFeature.class);
        features.addBinding().to(LinkFeature.class);
        features.addBinding().to(HandoverFeature.class);
        features.addBinding().to(JobManagementFeature.class);
        features.addBinding().to(SubmitScanFeature.class);
        Multibinder.newSetBinder(binder(), OrderListener.class).addBinding().to(JobManagementFeature.class);
        Multibinder.newSetBinder(binder(), Standby.class).addBinding().to(HandoverFeature.class);
        Multibinder<GatewayFeature> gateway = Multibinder.newSetBinder(binder(), GatewayFeature.class);
        gateway.addBinding().to(Vitals.class);
        gateway.addBinding().to(PendingApprovals.class);
        gateway.addBinding().to(GatewayEpoch.class);
        gateway.addBinding().to(ResolveIdentifierFeature.class);
        OptionalBinder.newOptionalBinder(binder(), ScanPreview.class);
        OptionalBinder.newOptionalBinder(binder(), ReaderBoard.class)
                .setBinding()
                .to(ReaderFleet.class);
        Multibinder.newSetBinder(binder(), MessageCatalogue.class)
                .addBinding()
                .toInstance(MessageCatalogue.load("org.keyway.opcua.messages", OpcUaModule.class.getClassLoader()));
    }
}
