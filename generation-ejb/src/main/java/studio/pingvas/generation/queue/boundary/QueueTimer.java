package studio.pingvas.generation.queue.boundary;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import studio.pingvas.generation.queue.control.Dispatcher;
import studio.pingvas.generation.queue.control.LostWork;
import studio.pingvas.platform.schedule.LoggedTimeout;

/**
 * The net under the dispatcher. Runs on every node: rows are locked and checked again before they
 * change, so nodes that meet at the same job do no harm.
 */
@Singleton
@Interceptors(LoggedTimeout.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueTimer {
    @Inject Dispatcher dispatcher;
    @Inject LostWork lostWork;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void dispatch() {
        dispatcher.dispatchAll();
    }

    @Schedule(hour = "*", minute = "*", second = "3/10", persistent = false)
    public void findLostWork() {
        lostWork.endOverlongJobs();
        lostWork.noticeLostWorkers();
        lostWork.requeueLostMessages();
    }
}
