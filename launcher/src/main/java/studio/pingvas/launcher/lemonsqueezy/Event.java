package studio.pingvas.launcher.lemonsqueezy;

/** Something that happened to a resource, by the name that Lemon Squeezy gives it. */
record Event(String name, Resource resource) {}
