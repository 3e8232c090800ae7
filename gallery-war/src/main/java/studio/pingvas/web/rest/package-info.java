/**
 * What all resources share: JSON, errors, access rules, limits. The resources of a module lie in
 * the sub-package that carries its name.
 */
package studio.pingvas.web.rest;
