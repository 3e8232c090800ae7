package studio.pingvas.system.architecture.offender.callbacks.user;

import jakarta.annotation.PostConstruct;

public class CallbackOffender {
    @PostConstruct
    void provide() {
        provide("demo");
    }

    void provide(String name) {
        System.out.println(name);
    }
}
