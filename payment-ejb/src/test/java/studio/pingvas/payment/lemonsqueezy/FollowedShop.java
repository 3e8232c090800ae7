package studio.pingvas.payment.lemonsqueezy;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import studio.pingvas.payment.Beans;

/** The way that resources take, for tests of where else they come from. */
public final class FollowedShop implements AutoCloseable {
    private final GatewayWorld world;

    public FollowedShop(EntityManagerFactory persistence, CheckoutReferences references) {
        world = new GatewayWorld(persistence);
        world.resources.checkouts = new Beans<>(List.of(references));
    }

    public GatewayResources resources() {
        return world.resources;
    }

    public Shop shop() {
        return world.resources.shop;
    }

    @Override
    public void close() {
        world.close();
    }
}
