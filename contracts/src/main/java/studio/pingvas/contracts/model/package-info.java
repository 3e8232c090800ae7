/** The registry of models: what model-ejb answers. */
package studio.pingvas.contracts.model;
