package studio.pingvas.system.architecture.offender.modules.gallery;

import studio.pingvas.system.architecture.offender.modules.payment.Book;

/** A module that looks into another one. */
public class ModuleOffender {
    Book book;
}
