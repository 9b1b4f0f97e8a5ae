package org.keyway.job;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Consumer;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.reader.ReaderStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every listener; one that throws doesn't keep the others, or the job, from going on. */
@Singleton
public final class ShopFloorNews implements ShopFloorListener {
    private static final Logger LOG = LoggerFactory.getLogger(ShopFloorNews.class);

    /** Asked for at the first news, because listeners may themselves ask for what tells the news. */
    private final Provider<Set<ShopFloorListener>> listeners;

    @Inject
    ShopFloorNews(Provider<Set<ShopFloorListener>> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void jobChanged(Job job) {
        tell(listener -> listener.jobChanged(job));
    }

    @Override
    public void machineChanged(String machine, MachineStatus status) {
        tell(listener -> listener.machineChanged(machine, status));
    }

    @Override
    public void readerChanged(ReaderStatus status) {
        tell(listener -> listener.readerChanged(status));
    }

    private void tell(Consumer<ShopFloorListener> news) {
        for (ShopFloorListener listener : listeners.get()) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("listener {} failed", listener.getClass().getSimpleName(), e);
            }
        }
    }
}
