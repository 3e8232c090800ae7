package studio.pingvas.system.architecture.offender.setters.user;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that anybody can edit. */
@Entity
public class SetterOffender {
    @Id private long id;
    private String email;

    public void setEmail(String email) {
        this.email = email;
    }

    @Override
    public String toString() {
        return id + " " + email;
    }
}
