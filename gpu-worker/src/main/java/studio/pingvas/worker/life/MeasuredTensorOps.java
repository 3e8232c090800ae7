package studio.pingvas.worker.life;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import studio.pingvas.worker.metrics.KernelTimer;
import studio.pingvas.worker.tensor.TensorOps;

/**
 * Measures each operation of a device that works while it is called; a GPU works on after the call
 * has returned and has to be asked otherwise.
 */
public final class MeasuredTensorOps implements InvocationHandler {
    private final TensorOps ops;
    private final KernelTimer timer;

    private MeasuredTensorOps(TensorOps ops, KernelTimer timer) {
        this.ops = ops;
        this.timer = timer;
    }

    public static TensorOps around(TensorOps ops, KernelTimer timer) {
        return (TensorOps)
                Proxy.newProxyInstance(
                        TensorOps.class.getClassLoader(),
                        new Class<?>[] {TensorOps.class},
                        new MeasuredTensorOps(ops, timer));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        long start = System.nanoTime();
        try {
            return method.invoke(ops, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            if (arguments != null) {
                timer.kernelTook(method.getName(), System.nanoTime() - start);
            }
        }
    }
}
