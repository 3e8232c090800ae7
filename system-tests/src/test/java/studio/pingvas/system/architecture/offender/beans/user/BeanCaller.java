package studio.pingvas.system.architecture.offender.beans.user;

/** Calls it. */
final class BeanCaller {
    String call(BeanOffender bean) {
        return bean.name();
    }
}
