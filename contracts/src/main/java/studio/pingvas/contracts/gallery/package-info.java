/** Pictures and who may see them: what gallery-ejb answers. */
package studio.pingvas.contracts.gallery;
