package studio.pingvas.system.architecture.offender.beans.user;

import jakarta.ejb.Stateless;

/** Offers a method that its proxy refuses. */
@Stateless
public class BeanOffender {
    String name() {
        return "bean";
    }
}
