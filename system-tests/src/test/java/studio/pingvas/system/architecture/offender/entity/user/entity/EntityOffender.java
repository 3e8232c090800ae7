package studio.pingvas.system.architecture.offender.entity.user.entity;

import studio.pingvas.system.architecture.offender.entity.user.control.AccountRules;

/** An entity that knows a rule. */
public class EntityOffender {
    AccountRules rules;
}
